import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { ensureFirefox } from './ensure-firefox';

const EXTENSION_DIR = resolve('.output/firefox-mv3');

/** As the manifest names it. */
export const ADD_ON_ID = 'payment-sync@connectwise-manage.extension';

/** Firefox gives each installation an address of its own; here it is always the same. */
const ADDRESS_ID = '6c0de1f0-3a55-4d0e-9a8e-51a0b5c7d2e4';

/** The address of the extension's own pages, with a slash at the end. */
export const FIREFOX_ORIGIN = `moz-extension://${ADDRESS_ID}/`;

export interface FirefoxOptions {
  readonly sandbox: { readonly port: number; readonly hosts: readonly string[] };
  readonly colorScheme?: 'light' | 'dark';
  /** Another home folder than that of whoever runs this: Firefox looks there for what is managed. */
  readonly home?: string;
  /** After how long the background page is ended when nothing calls it; as the browser has it unless given. */
  readonly idleTimeoutMs?: number;
}

export interface DrivenFirefox {
  readonly browser: Browser;
  /** The folder into which files are saved without a question. */
  readonly downloads: string;
  close(): Promise<void>;
}

/**
 * Opens Firefox, headless, with the production build in it, unmodified, and the real host names led to the sandbox.
 * Its native prompts, which no script can press, are set to be granted; what asks for them has to be clicked all the
 * same.
 */
export async function launchFirefox(options: FirefoxOptions): Promise<DrivenFirefox> {
  const { sandbox, colorScheme, home, idleTimeoutMs } = options;
  const proxy = await startProxy(sandbox);
  const { port } = proxy.address() as AddressInfo;
  const profile = mkdtempSync(join(tmpdir(), 'payment-sync-firefox-'));
  const downloads = join(profile, 'downloads');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    headless: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    userDataDir: profile,
    env: { ...process.env, ...(home !== undefined && { HOME: home }) },
    defaultViewport: { width: 1280, height: 800 },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON_ID]: ADDRESS_ID }),
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
      ...(idleTimeoutMs !== undefined && { 'extensions.background.idle.timeout': idleTimeoutMs }),
    },
  });
  await browser.installExtension(EXTENSION_DIR);
  return {
    browser,
    downloads,
    async close() {
      await browser.close();
      proxy.closeAllConnections();
      proxy.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Leads the sandbox's hosts to its one server; there is no way to any other. */
function startProxy({ port, hosts }: FirefoxOptions['sandbox']): Promise<Server> {
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.on('connect', ({ url = '' }, client, head) => {
    if (!hosts.includes(url.replace(/:443$/, ''))) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const server = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      server.write(head);
      server.pipe(client).pipe(server);
    });
    server.on('error', () => client.destroy());
    client.on('error', () => server.destroy());
  });
  return new Promise((done) => proxy.listen(0, '127.0.0.1', () => done(proxy)));
}
