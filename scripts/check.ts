import { spawnSync } from 'node:child_process';
import { ensureChromium } from './ensure-chromium';
import { ensureFirefox } from './ensure-firefox';

/** Everything CI checks, in the order in which a mistake is cheapest to find. */
const CHECKS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'npm', 'run', '--silent', 'types'],
  ['format', 'npx', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['lint', 'npx', 'eslint', '.', '--max-warnings', '0'],
  ['unit tests', 'npx', 'vitest', 'run', '--project', 'unit', '--reporter', 'dot'],
  ['500 runs full of accidents', 'npx', 'tsx', 'scripts/chaos.ts', '--seeds', '500'],
  ['dead code', 'npx', 'knip'],
  ['build for Chrome and Edge', 'npx', 'wxt', 'build'],
  ['build for Firefox', 'npx', 'wxt', 'build', '-b', 'firefox', '--mv3'],
  ['store lint', 'npx', 'tsx', 'scripts/lint-store.ts'],
  ['size', 'npx', 'size-limit'],
  ['end-to-end tests in Chromium', 'npx', 'vitest', 'run', '--project', 'e2e'],
  ['end-to-end tests in Firefox', 'npx', 'vitest', 'run', '--project', 'e2e-firefox'],
];

const chromium = ensureChromium();
const firefox = ensureFirefox();
const failed: string[] = [];
for (const [name, command, ...args] of CHECKS) {
  console.log(`\n── ${name} ──`);
  const startedAt = performance.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CHROME_PATH: chromium, FIREFOX_PATH: firefox },
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}

console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}`);
console.log(`${CHECKS.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
