import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'wxt';
import type { Bench, Figure } from '../bench';

const OUT = '.artifacts/bench-build';

/** A bundle that is loaded into pages of Manage or by the worker. The pages of the extension have budgets in `.size-limit.json` alone. */
const BUNDLES: Readonly<Record<string, string>> = {
  'content script': 'content-scripts/invoice-search.js',
  'page views': 'page-views.js',
  background: 'background.js',
};

/** Only what goes wrong is told. */
const SILENT = {
  level: 0,
  debug: nothing,
  log: nothing,
  info: nothing,
  warn: nothing,
  success: nothing,
  error: tell,
  fatal: tell,
};

/** Parts of a bundle that are named; the rest is told as one. */
const NAMED_PARTS = 8;

export const bundleSizes: Bench = {
  about: 'What is in the bundles',
  how:
    'The production build, file by file: as it is, and compressed with gzip as the gate in `npm test` counts it. Parts are ' +
    'the packages and the rooms that the code comes from, by their share before the last minifying.',
  flags: [],
  async run() {
    const parts = new Map<string, Map<string, number>>();
    await build({
      outDir: OUT,
      logger: SILENT,
      vite: () => ({
        plugins: [
          {
            name: 'parts-of-bundles',
            generateBundle(_, bundle) {
              for (const [file, chunk] of Object.entries(bundle)) {
                if (chunk.type === 'chunk') parts.set(file, partsOf(chunk.modules));
              }
            },
          },
        ],
      }),
    });
    return Object.entries(BUNDLES).flatMap(([name, file]): readonly Figure[] => {
      const code = readFileSync(join(OUT, 'chrome-mv3', file));
      const sizes: Figure[] = [
        { what: 'size', by: name, value: code.length / 1000, unit: 'kB' },
        { what: 'size, gzip', by: name, value: gzipSync(code, { level: 9 }).length / 1000, unit: 'kB' },
      ];
      return [...sizes, ...shares(name, parts.get(file) ?? new Map<string, number>())];
    });
  },
};

function shares(bundle: string, parts: ReadonlyMap<string, number>): readonly Figure[] {
  const all = [...parts].sort(([, a], [, b]) => b - a);
  const whole = all.reduce((sum, [, length]) => sum + length, 0);
  const named = all.slice(0, NAMED_PARTS);
  const rest = all.slice(NAMED_PARTS).reduce((sum, [, length]) => sum + length, 0);
  return [...named, ['the rest', rest] as const].map(([part, length]) => ({
    what: 'share',
    by: `${bundle}: ${part}`,
    value: (length / whole) * 100,
    unit: '%',
  }));
}

/** Lengths by package, or by room of the product. */
function partsOf(
  modules: Readonly<Record<string, { readonly renderedLength: number }>>,
): Map<string, number> {
  const parts = new Map<string, number>();
  for (const [id, { renderedLength }] of Object.entries(modules)) {
    const [, inPackage] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
    // What the bundler adds itself, it names with a null byte first.
    const room = relative(process.cwd(), id.replace(/^\0/, '')).split('/').slice(0, 2).join('/');
    const part = inPackage ?? room;
    parts.set(part, (parts.get(part) ?? 0) + renderedLength);
  }
  return parts;
}

function tell(...words: unknown[]): void {
  process.stderr.write(`${words.join(' ')}\n`);
}

function nothing(): void {
  // Nobody wants to know.
}
