import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The Chromium to drive: `CHROME_PATH`, Playwright's own download, or an installed one; where there is none, one is
 * installed. Branded Chrome will not do: it no longer loads an unpacked extension.
 */
export function ensureChromium(): string {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined) {
    if (existsSync(CHROME_PATH)) return CHROME_PATH;
    throw new Error(`CHROME_PATH names no file: ${CHROME_PATH}`);
  }
  return find() ?? install();
}

function find(): string | undefined {
  return [chromium.executablePath(), ...INSTALLED].find((path) => existsSync(path));
}

function install(): string {
  console.log('No Chromium found; installing one (once) …');
  const run = (command: string, ...args: string[]): void =>
    void execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', 'chromium');
  } else {
    run('npx', 'playwright-core', 'install', 'chromium');
  }
  const found = find();
  if (found === undefined)
    throw new Error('Chromium could not be installed. Install it, or set CHROME_PATH.');
  return found;
}
