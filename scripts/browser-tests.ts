import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesToRepeat } from './files-to-repeat';

/**
 * Runs the tests of one project of Vitest in a browser: `tsx scripts/browser-tests.ts e2e`. A browser on a busy machine
 * stumbles now and then where the product does not; so where few tests failed, their whole files are run once more, in a
 * fresh browser and with nothing beside them, and what passed only then is named.
 */
const [project = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'payment-sync-report-'));
const report = join(folder, 'report.json');
process.exitCode = vitest('--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`);

const failed =
  process.exitCode !== 0 && existsSync(report) ? filesToRepeat(readFileSync(report, 'utf8')) : [];
rmSync(folder, { recursive: true });
if (failed.length > 0) {
  console.log('\nOnce more, in a fresh browser:');
  process.exitCode = vitest('--maxWorkers', '1', ...failed.map(({ file }) => file));
  if (process.exitCode === 0)
    console.log(`Passed only when run again: ${failed.flatMap(({ tests }) => tests).join('; ')}`);
}

function vitest(...args: readonly string[]): number {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', project, ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}
