import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { ensureChromium } from './ensure-chromium';
import { ensureFirefox } from './ensure-firefox';
import { sideBySide, type Job } from './side-by-side';

interface Check extends Job {
  readonly command: readonly [program: string, ...args: string[]];
}

const PREPARED = 'what the build generates';
const CHROME = 'npm start, which builds for Chrome and Edge';
const FIREFOX = 'build for Firefox';

/** Files leave nothing behind for one another, and to load all anew for each would take longer than the tests. */
const UNIT = ['vitest', 'run', '--project', 'unit', '--no-isolate', '--reporter', 'dot'] as const;
/** Where tests have a document: by themselves, since one is made anew whenever files with and without one alternate. */
const VIEWS = ['tests/unit/components', 'tests/unit/invoice-search'] as const;

/** Two browsers at a time are more than two cores have room for; with others beside them, they would be too slow. */
const BROWSERS = 4;

/** Everything CI checks. What takes longest begins first, so that nothing is waited for alone at the end. */
const CHECKS: readonly Check[] = [
  { name: PREPARED, command: ['wxt', 'prepare'] },
  { name: CHROME, command: ['vitest', 'run', '--project', 'start'], after: [PREPARED] },
  { name: FIREFOX, command: ['wxt', 'build', '-b', 'firefox', '--mv3'], after: [PREPARED] },
  {
    name: 'end-to-end tests in Chromium',
    command: ['tsx', 'scripts/browser-tests.ts', 'e2e'],
    after: [CHROME, FIREFOX],
    places: BROWSERS,
  },
  { name: 'types and lint', command: ['tsx', 'scripts/types-and-lint.ts'], after: [PREPARED] },
  {
    name: 'unit tests',
    command: [...UNIT, ...VIEWS.flatMap((folder) => ['--exclude', `${folder}/**`])],
    after: [PREPARED],
  },
  {
    name: 'end-to-end tests in Firefox',
    command: ['tsx', 'scripts/browser-tests.ts', 'e2e-firefox'],
    after: [FIREFOX],
    places: BROWSERS,
  },
  { name: 'unit tests of what is seen on pages', command: [...UNIT, ...VIEWS], after: [PREPARED] },
  {
    name: '500 runs full of accidents',
    command: ['tsx', 'scripts/chaos.ts', '--seeds', '500'],
    after: [PREPARED],
  },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'dead code', command: ['knip'], after: [PREPARED] },
  { name: 'store lint', command: ['tsx', 'scripts/lint-store.ts'], after: [FIREFOX] },
  { name: 'size', command: ['size-limit'], after: [CHROME] },
];

const env = { ...process.env, CHROME_PATH: ensureChromium(), FIREFOX_PATH: ensureFirefox() };
const startedAt = performance.now();
const ends = await sideBySide(CHECKS, availableParallelism(), run);

const named = (wanted: string): string[] =>
  CHECKS.flatMap(({ name }) => (ends.get(name) === wanted ? name : []));
const [passed, failed, notRun] = [named('ok'), named('failed'), named('not run')];
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}`);
if (notRun.length > 0) console.log(`Not run, since they build on those: ${notRun.join(', ')}`);
console.log(
  `${passed.length} passed, ${failed.length + notRun.length} failed (${secondsSince(startedAt)} s)`,
);
process.exitCode = passed.length === CHECKS.length ? 0 : 1;

/** Runs a check and, once it has ended, prints all that it said: others go on meanwhile. */
function run({ name, command: [program, ...args] }: Check): Promise<boolean> {
  const beganAt = performance.now();
  console.log(`${name} …`);
  const said: Buffer[] = [];
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env,
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (some: Buffer) => said.push(some));
  return new Promise((resolve) => {
    const end = (isWell: boolean, why = ''): void => {
      const words = Buffer.concat(said).toString();
      console.log(`\n── ${name} ──\n${words}${why}${isWell ? 'ok' : 'FAILED'} (${secondsSince(beganAt)} s)`);
      resolve(isWell);
    };
    child.on('error', (error) => end(false, `${error.message}\n`));
    child.on('close', (code) => end(code === 0));
  });
}

function secondsSince(instant: number): string {
  return ((performance.now() - instant) / 1000).toFixed(1);
}
