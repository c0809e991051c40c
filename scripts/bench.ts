import { fork, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bench, Figure } from '../tests/bench/bench';
import { BENCHES } from '../tests/bench/benches';
import { machine } from '../tests/bench/report/machine';
import { isKept, type Measured } from '../tests/bench/report/measured';
import { tableOf } from '../tests/bench/report/table';
import { writeReport } from '../tests/bench/report/write-report';

/**
 * Measures what was promised in numbers: `npm run bench`, or some of it by name: `npm run bench -- NAME …`. All of it is
 * written to docs/benchmarks.md. Ends with an error where a promise is not kept.
 */
const names = process.argv.slice(2);

if (process.send === undefined) await begin();
else process.send(await benchNamed(names[0] ?? '').run(names[1] ?? ''));

async function begin(): Promise<void> {
  const chosen = names.length > 0 ? names : Object.keys(BENCHES);
  const measured: Measured[] = [];
  if (chosen.some((name) => benchNamed(name).needsBuild === true)) build();
  for (const name of chosen) {
    const bench = benchNamed(name);
    console.log(`\n${bench.about} …`);
    const begun = performance.now();
    const parts = await Promise.all((bench.parts ?? ['']).map((part) => apart(name, part, bench)));
    const figures = parts.flat();
    measured.push({ name, bench, figures, tookSeconds: (performance.now() - begun) / 1000 });
    const [heading = [], ...rows] = tableOf(figures);
    console.table(rows.map((row) => Object.fromEntries(row.map((cell, at) => [heading[at] ?? '', cell]))));
  }
  if (names.length === 0) writeReport(measured, machine(new Date()));
  process.exitCode = measured.every(({ figures }) => figures.every(isKept)) ? 0 : 1;
}

function build(): void {
  const { status } = spawnSync('npx', ['wxt', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the extension could not be built');
}

/** In a process of its own, so that nothing measured before leaves anything behind. */
function apart(name: string, part: string, { flags }: Bench): Promise<readonly Figure[]> {
  return new Promise((resolve, reject) => {
    const execArgv = [...process.execArgv, ...flags];
    const child = fork(fileURLToPath(import.meta.url), [name, part], { execArgv });
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
