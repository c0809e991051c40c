import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const USAGE = `Builds the extension and runs the end-to-end tests in real browsers.

  npm run e2e                         in both
  npm run e2e -- --browser chromium   in Chromium alone
  npm run e2e -- --browser firefox    in Firefox alone

What else is given goes to Vitest, such as the name of a test file.
`;

const BROWSERS = {
  chromium: { build: ['wxt', 'build'], projects: ['start', 'e2e'] },
  firefox: { build: ['wxt', 'build', '-b', 'firefox', '--mv3'], projects: ['e2e-firefox'] },
} as const;

const { values, positionals } = parseArgs({
  options: { browser: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
const chosen = Object.entries(BROWSERS).filter(([name]) => (values.browser ?? name) === name);
if (values.help === true || chosen.length === 0) {
  console.log(USAGE);
  process.exit(values.help === true ? 0 : 2);
}

for (const [, { build }] of chosen) run(...build);
const projects = chosen.flatMap(([, each]) => [...each.projects]);
run('vitest', 'run', ...projects.flatMap((project) => ['--project', project]), ...positionals);

/** Runs one of the project's tools; ends with its exit code where that is not 0. */
function run(...command: readonly string[]): void {
  const { status } = spawnSync('npx', command, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
