import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, Figure } from '../tests/bench/bench';
import { BENCHES } from '../tests/bench/benches';

/**
 * Measures what was promised in numbers: `npm run bench`, or some of them by name: `npm run bench -- NAME …`. With
 * `--json FILE`, the figures are written there too. Ends with an error where a figure is not below its limit.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' } },
});

type Measured = Figure & { readonly bench: string };

if (process.send === undefined) await begin();
else process.send(await benchNamed(positionals[0] ?? '').run());

async function begin(): Promise<void> {
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
  const measured: Measured[] = [];
  for (const name of names) {
    const bench = benchNamed(name);
    console.log(`${bench.about} …`);
    measured.push(...(await apart(name, bench)).map((figure) => ({ bench: name, ...figure })));
  }
  console.table(
    measured.map(({ bench, what, value, unit, limit }) => ({
      bench,
      what,
      figure: `${value.toFixed(unit === 'MB' ? 1 : 0)} ${unit}`,
      limit: limit === undefined ? '' : `< ${limit} ${unit}${isOver({ value, limit }) ? ': NOT KEPT' : ''}`,
    })),
  );
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);
  process.exitCode = measured.some(isOver) ? 1 : 0;
}

/** In a process of its own, so that nothing measured before leaves anything behind. */
function apart(name: string, { flags }: Bench): Promise<readonly Figure[]> {
  return new Promise((resolve, reject) => {
    const execArgv = [...process.execArgv, ...flags];
    const child = fork(fileURLToPath(import.meta.url), [name], { execArgv });
    child.once('message', (figures) => {
      resolve(figures as readonly Figure[]);
      child.disconnect();
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} and told no figures`)));
  });
}

function benchNamed(name: string): Bench {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`No bench is named ${name}: ${Object.keys(BENCHES).join(', ')}`);
  return bench;
}

function isOver({ value, limit }: Pick<Figure, 'value' | 'limit'>): boolean {
  return limit !== undefined && value >= limit;
}
