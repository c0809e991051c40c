import { readFileSync } from 'node:fs';
import linter, { type Finding } from 'addons-linter';

interface Accepted {
  readonly code: string;
  /** A path in the package; `*` stands for anything. */
  readonly file: string;
  readonly why: string;
}

/** Lints the Firefox package as its store does. Fails on what nobody has accepted with a reason, and on stale reasons. */
const { accepted } = JSON.parse(readFileSync('scripts/store-lint.json', 'utf8')) as {
  accepted: readonly Accepted[];
};
const { errors, warnings, notices } = await linter
  .createInstance({
    config: { _: ['.output/firefox-mv3'], logLevel: 'fatal', output: 'none', shouldScanFile: () => true },
    runAsBinary: false,
  })
  .run();

const covers = ({ code, file }: Accepted, found: Finding): boolean =>
  code === found.code &&
  new RegExp(`^${file.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(found.file ?? '');
const unaccepted = [...errors, ...warnings, ...notices].filter(
  (found) => !accepted.some((each) => covers(each, found)),
);
for (const { code, file, line, message } of unaccepted) {
  console.error(`${code} in ${file ?? 'the package'}${line === undefined ? '' : `:${line}`}: ${message}`);
}
const stale = accepted.filter((each) => !warnings.some((found) => covers(each, found)));
for (const { code, file } of stale) console.error(`${code} in ${file} is accepted, but not there any more`);

console.log(`${warnings.length} warnings, ${unaccepted.length} of them not accepted`);
process.exitCode = unaccepted.length + stale.length === 0 ? 0 : 1;
