import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const INSTALLED = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/usr/lib/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * The Firefox to drive: `FIREFOX_PATH` or an installed one; on Debian and its kin, where there is none, one is
 * installed. A snap's Firefox will not do: it may not read the package under test.
 */
export function ensureFirefox(): string {
  const { FIREFOX_PATH } = process.env;
  if (FIREFOX_PATH !== undefined) {
    if (existsSync(FIREFOX_PATH)) return FIREFOX_PATH;
    throw new Error(`FIREFOX_PATH names no file: ${FIREFOX_PATH}`);
  }
  return find() ?? install();
}

function find(): string | undefined {
  return INSTALLED.find((path) => existsSync(path));
}

function install(): string {
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('No Firefox found; installing one (once) …');
    const run = (command: string, ...args: string[]): void =>
      void execFileSync(command, args, { stdio: 'inherit' });
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', 'firefox-esr');
  }
  const found = find();
  if (found === undefined) {
    throw new Error(
      'No Firefox found. Install Firefox 140 or newer, or set FIREFOX_PATH to its program file.',
    );
  }
  return found;
}
