import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'wxt';
import type { Bench, Figure } from '../bench';

const OUT = '.artifacts/bench-build';

/** What is loaded as one: into pages of Manage, by the worker, or by a page of the extension with all that it shares. */
const BUNDLES: Readonly<Record<string, (file: Chunk) => boolean>> = {
  'content script': ({ fileName }) => fileName === 'content-scripts/invoice-search.js',
  'page views': ({ fileName }) => fileName === 'page-views.js',
  background: ({ fileName }) => fileName === 'background.js',
  'settings page': ({ name, isEntry }) => isEntry && name === 'options',
  'guided setup': ({ name, isEntry }) => isEntry && name === 'setup',
  popup: ({ name, isEntry }) => isEntry && name === 'popup',
};

/** A script of the build, as the bundler tells of it: https://rollupjs.org/plugin-development/#generatebundle */
interface Chunk {
  readonly fileName: string;
  readonly name: string;
  readonly isEntry: boolean;
  /** Files it needs before it can begin. */
  readonly imports: readonly string[];
  readonly modules: Readonly<Record<string, { readonly renderedLength: number }>>;
}

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
    'The scripts of the production build, as they are and compressed with gzip, those of a page with all that it shares ' +
    'with others. Parts are the packages and the rooms that the code comes from, by their share before the last minifying.',
  flags: [],
  async run() {
    const chunks = new Map<string, Chunk>();
    await build({
      outDir: OUT,
      logger: SILENT,
      vite: () => ({
        plugins: [
          {
            name: 'parts-of-bundles',
            generateBundle(_, bundle) {
              for (const file of Object.values(bundle))
                if (file.type === 'chunk') chunks.set(file.fileName, file);
            },
          },
        ],
      }),
    });
    return Object.entries(BUNDLES).flatMap(([name, isEntry]): readonly Figure[] => {
      const files = withImports([...chunks.values()].find(isEntry), chunks);
      const codes = files.map(({ fileName }) => readFileSync(join(OUT, 'chrome-mv3', fileName)));
      const sum = (sizeOf: (code: Buffer) => number): number =>
        codes.reduce((total, code) => total + sizeOf(code), 0) / 1000;
      const gzipped = sum((code) => gzipSync(code, { level: 9 }).length);
      return [
        { what: 'size', by: name, value: sum(({ length }) => length), unit: 'kB' },
        { what: 'size, gzip', by: name, value: gzipped, unit: 'kB' },
        ...shares(name, partsOf(files)),
      ];
    });
  },
};

/** A script with all those that it cannot begin without. @throws Error where there is none, or one is missing */
function withImports(entry: Chunk | undefined, chunks: ReadonlyMap<string, Chunk>): readonly Chunk[] {
  const all = new Set<Chunk>();
  const add = (chunk: Chunk | undefined): void => {
    if (chunk === undefined) throw new Error('the build lacks a bundle that is to be measured');
    if (all.has(chunk)) return;
    all.add(chunk);
    for (const file of chunk.imports) add(chunks.get(file));
  };
  add(entry);
  return [...all];
}

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
function partsOf(chunks: readonly Chunk[]): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  for (const [id, { renderedLength }] of chunks.flatMap(({ modules }) => Object.entries(modules))) {
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
