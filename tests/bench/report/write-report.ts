import { mkdirSync, writeFileSync } from 'node:fs';
import { drawCurve } from './curve';
import type { Measured } from './measured';
import { markdownTable, tableOf } from './table';

const REPORT = 'docs/benchmarks.md';
const DATA = 'docs/benchmarks.json';
const IMAGES = 'docs/images';

const HEAD = `# Benchmarks

What \`npm run bench\` found, written by it. Anybody can repeat it with that one command. Where something was promised, the
table says what, and whether it was kept. Times depend on the machine and are never asserted by a test; requests, bytes,
sizes and work on the page are, in \`npm test\`.
`;

/** Writes what was found as Markdown, as JSON and as drawings. */
export function writeReport(
  measured: readonly Measured[],
  machine: readonly (readonly [string, string])[],
): void {
  mkdirSync(IMAGES, { recursive: true });
  const sections = measured.map(({ name, bench, figures, tookSeconds }) => {
    const drawn = (bench.curves ?? []).map((curve, at) => {
      const file = `bench-${name}-${at + 1}.svg`;
      writeFileSync(`${IMAGES}/${file}`, drawCurve(curve, figures));
      return `![${curve.what} by ${curve.along}](images/${file})`;
    });
    return [
      `## ${bench.about}`,
      bench.how,
      markdownTable(tableOf(figures)),
      ...drawn,
      `\`npm run bench -- ${name}\` took ${tookSeconds.toFixed(0)} s.`,
    ].join('\n\n');
  });
  const where = markdownTable([['', ''], ...machine]);
  writeFileSync(REPORT, `${[HEAD.trim(), where, ...sections].join('\n\n')}\n`);
  const data = {
    machine: Object.fromEntries(machine),
    benches: measured.map(({ name, bench: { about }, ...rest }) => ({ name, about, ...rest })),
  };
  writeFileSync(DATA, `${JSON.stringify(data, null, 2)}\n`);
}
