import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Work at build time only, or bring what they need for that; their run-time part needs nothing else. */
const BRING_NOTHING = ['@wxt-dev/i18n'];

/** Names, versions and licences of all that is bundled, each with its full text. */
export function licenses(root: string): string {
  const read = (folder: string): Package =>
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
  const found = new Map<string, string>();
  const add = (name: string): void => {
    const folder = join(root, 'node_modules', name);
    if (found.has(name) || !existsSync(folder)) return;
    const { version, license = 'see below', dependencies = {} } = read(folder);
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
    found.set(name, `${name} ${version} (${license})${text}\n`);
    if (!BRING_NOTHING.includes(name)) Object.keys(dependencies).forEach(add);
  };
  Object.keys(read(root).dependencies ?? {}).forEach(add);
  const texts = [...found].sort(([a], [b]) => a.localeCompare(b)).map(([, text]) => text);
  return `Payment Sync contains the following works of others.\n\n${texts.join(`\n${'─'.repeat(80)}\n\n`)}`;
}
