import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import '../tests/support/json-with-source';
import { runSeed, type SeedResult } from '../tests/chaos/run-seed';

/**
 * Lives through seeds of the chaos suite: `npm run chaos -- --seeds N --from S`. With `--trace`, everything that
 * happens is printed.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
  },
});
const seeds = wholeNumber('seeds', values.seeds, 1);
const from = wholeNumber('from', values.from, 0);

/** Worlds and their requests outlive the little room that Node has for what is new, and would be moved about without end. */
const ROOM = ['--max-semi-space-size=64'];

/** So many parts of the way are told. */
const TOLD = 10;

if (process.send === undefined) await begin();
else process.on('message', (seed: number) => void runSeed(seed).then((result) => process.send?.(result)));

async function begin(): Promise<void> {
  const failed: SeedResult[] = [];
  let next = from;
  let done = 0;
  const take = (result: SeedResult): void => {
    done += 1;
    if (values.trace) console.log(result.trace.join('\n'));
    if (result.violations.length > 0) {
      failed.push(result);
      console.log(`Seed ${result.seed}: ${result.violations.join('\n  ')}`);
      console.log(`  npm run chaos -- --seeds 1 --from ${result.seed} --trace`);
    } else if (Math.floor((done * TOLD) / seeds) > Math.floor(((done - 1) * TOLD) / seeds)) {
      console.log(`${done} of ${seeds} …`);
    }
  };

  const workers = Array.from({ length: Math.min(availableParallelism(), seeds) }, () => work(take));
  await Promise.all(workers);
  failed.sort((a, b) => a.seed - b.seed);
  if (failed.length > 0) console.log(`Failed: ${failed.map(({ seed }) => seed).join(' ')}`);
  console.log(`${seeds} seeds, ${failed.length} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;

  /** Seeds need nothing of one another: each process takes the next one that nobody has taken. */
  function work(onResult: (result: SeedResult) => void): Promise<void> {
    return new Promise((resolve) => {
      const child = fork(fileURLToPath(import.meta.url), { execArgv: [...process.execArgv, ...ROOM] });
      let seed: number | null = null;
      const go = (): void => {
        seed = next < from + seeds ? next++ : null;
        if (seed === null) child.disconnect();
        else child.send(seed);
      };
      child.on('message', (result: SeedResult) => {
        onResult(result);
        go();
      });
      child.on('exit', (code) => {
        if (seed !== null) onResult({ seed, violations: [`its process ended with ${code}`], trace: [] });
        resolve();
      });
      go();
    });
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`--${name} must be a whole number from ${least} on, not "${text}"`);
}
