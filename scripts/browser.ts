import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { ensureChromium } from './ensure-chromium';

export const EXTENSION_DIR = resolve('.output/chrome-mv3');
export const EXTENSION_ID = 'apidkfggajjceaklgfnbopbddkeealop';

export interface DrivenBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly sandbox: { readonly port: number; readonly hosts: readonly string[] };
  readonly headless: boolean;
  /** Host patterns granted beforehand, as a person would by pressing Allow. */
  readonly grant: readonly string[];
}

/** Opens Chromium with the production build in it and the real host names led to the sandbox. */
export async function launch({ sandbox, headless, grant }: LaunchOptions): Promise<DrivenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'payment-sync-'));
  const options = {
    executablePath: ensureChromium(),
    headless: false,
    viewport: { width: 1280, height: 800 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--ignore-certificate-errors',
      `--host-resolver-rules=${sandbox.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${sandbox.port}`).join(', ')}`,
      `--disable-extensions-except=${EXTENSION_DIR}`,
      `--load-extension=${EXTENSION_DIR}`,
    ],
  };
  const first = await chromium.launchPersistentContext(profile, options);
  if (first.serviceWorkers().length === 0) await first.waitForEvent('serviceworker');
  await first.close();
  grantHosts(profile, grant);
  const context = await chromium.launchPersistentContext(profile, options);
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Writes the grant where Chromium keeps those a person gave: its prompt cannot be pressed by a script. */
function grantHosts(profile: string, patterns: readonly string[]): void {
  const path = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(path, 'utf8'));
  const extension = preferences.extensions.settings[EXTENSION_ID];
  for (const kind of ['granted_permissions', 'active_permissions', 'runtime_granted_permissions']) {
    const permissions = (extension[kind] ??= {});
    permissions.explicit_host = [...new Set([...(permissions.explicit_host ?? []), ...patterns])];
  }
  writeFileSync(path, JSON.stringify(preferences));
}
