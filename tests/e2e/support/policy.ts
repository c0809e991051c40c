import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installed } from '../../../scripts/browser';

/** Where Chromium looks, and Chrome for Testing, which is what Playwright downloads. */
const FOLDERS = ['/etc/chromium/policies/managed', '/etc/opt/chrome_for_testing/policies/managed'];

/** A policy of the browser, as an administrator of the computer sets it. */
export interface BrowserPolicy {
  set(policy: Readonly<Record<string, unknown>>): void;
  withdraw(): void;
}

/** Why no policy can be set on this computer; null where it can. */
export function whyNoPolicy(): string | null {
  try {
    for (const folder of FOLDERS) {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
    }
    return null;
  } catch (error) {
    return `The browser's policy folder cannot be written (${error instanceof Error ? error.message : 'unknown'}): run as root on Linux.`;
  }
}

/**
 * The production build under an id of its own, so that its policy, which holds for every browser of the computer, means
 * no other one. Nothing but the key in the manifest is different.
 */
export function buildOfItsOwn(): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'payment-sync-build-'));
  cpSync('.output/chrome-mv3', folder, { recursive: true });
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
    type: 'spki',
    format: 'der',
  });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, key: key.toString('base64') }));
  const digits = createHash('sha256').update(key).digest('hex').slice(0, 32);
  // Chromium writes the digits of an id as the letters a to p.
  const id = [...digits].map((digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]).join('');
  return { folder, id };
}

/** The policy of one build. It has to be withdrawn in any case. */
export function policyOf({ id }: Installed): BrowserPolicy {
  process.once('exit', () => policy.withdraw());
  const files = FOLDERS.map((folder) => join(folder, `payment-sync-${id}.json`));
  const policy: BrowserPolicy = {
    set(settings) {
      const text = JSON.stringify({ '3rdparty': { extensions: { [id]: settings } } });
      for (const file of files) writeFileSync(file, text);
    },
    withdraw: () => files.forEach((file) => rmSync(file, { force: true })),
  };
  return policy;
}
