import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFECTS, type Defect } from '../tests/chaos/defects';

/**
 * Proves that the chaos suite can fail: lives through its seeds with a copy of the product that has one defect, for
 * each defect in turn, and tells how many seeds noticed it. `npm run chaos:defects -- --seeds N`, and `--only` with
 * a part of a defect's words.
 */
const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '500' }, only: { type: 'string', default: '' } },
});
const COPY = resolve('.artifacts/defects');
const NEEDED = ['package.json', 'tsconfig.json', '.wxt', 'utils', 'sandbox', 'scripts', 'tests'];

const unnoticed: string[] = [];
console.log('| the product … | seeds that notice |\n| --- | --: |');
for (const defect of DEFECTS.filter(({ what }) => what.includes(values.only))) {
  copyProduct();
  putIn(defect);
  const found = failedSeeds();
  console.log(`| ${defect.what} | ${found} |`);
  if (found === 0) unnoticed.push(defect.what);
}
rmSync(COPY, { recursive: true, force: true });
console.log(unnoticed.length === 0 ? 'Every defect is noticed.' : `Unnoticed: ${unnoticed.join('; ')}`);
process.exitCode = unnoticed.length === 0 ? 0 : 1;

function copyProduct(): void {
  rmSync(COPY, { recursive: true, force: true });
  for (const each of NEEDED) cpSync(each, join(COPY, each), { recursive: true });
  symlinkSync(resolve('node_modules'), join(COPY, 'node_modules'), 'junction');
}

function putIn({ changes }: Defect): void {
  for (const [file, good, bad] of changes) {
    const path = join(COPY, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(good)) throw new Error(`${file} no longer says: ${good}`);
    const changed = text.replace(good, () => bad);
    writeFileSync(path, changed);
  }
}

function failedSeeds(): number {
  const { stdout } = spawnSync('npx', ['tsx', 'scripts/chaos.ts', '--seeds', values.seeds], {
    cwd: COPY,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 2 ** 30,
  });
  const [, failed] = /, (\d+) failed$/m.exec(stdout) ?? [];
  if (failed === undefined) throw new Error(`the suite came to no end: ${stdout.slice(-1_000)}`);
  return Number(failed);
}
