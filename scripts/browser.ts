import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  chromium,
  type BrowserContext,
  type LaunchOptions as PlaywrightOptions,
  type Page,
} from 'playwright-core';
import { chromiumIn, type SpeakingChromium } from './chromium-in';
import { ensureChromium } from './ensure-chromium';

/** Follows from the public key in the manifest. */
export const EXTENSION_ID = 'apidkfggajjceaklgfnbopbddkeealop';

const USUAL: Installed = { folder: resolve('.output/chrome-mv3'), id: EXTENSION_ID };

/**
 * What a browser without a window needs not: web pages that its address bar would unfold, which take a sixth of what
 * starting it takes. The list stands in for Playwright's own, of which it keeps what bears on the tests.
 */
const UNSEEN = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay'],
  ...['MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch'],
  ...['TcpPortRandomizationWin', 'ThirdPartyStoragePartitioning'],
];

export interface LaunchOptions {
  readonly sandbox: { readonly port: number; readonly hosts: readonly string[] };
  readonly headless: boolean;
  /** Match patterns granted beforehand, as a person would by pressing Allow. */
  readonly grant: readonly string[];
  readonly colorScheme?: 'light' | 'dark';
  /** How the pages write figures and dates. */
  readonly locale?: string;
  /** The language of the browser itself, which the extension's words follow; the machine's own when left out. */
  readonly language?: string;
  /** True lets the extension greet its user, as it does once after it was installed. */
  readonly welcome?: boolean;
  /** False leaves the extension out. */
  readonly extension?: boolean;
  /** Where the build is, and the id it gets, unless it is the usual one. */
  readonly installed?: Installed;
}

/** A build of the extension, unpacked. */
export interface Installed {
  readonly folder: string;
  readonly id: string;
}

export interface DrivenBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Opens Chromium with the production build in it, unmodified, and the real host names led to the sandbox. */
export async function launch(options: LaunchOptions): Promise<DrivenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'payment-sync-'));
  const speaking = options.language === undefined ? null : chromiumIn(ensureChromium(), options.language);
  if (options.extension !== false) grantHosts(profile, options.grant, (options.installed ?? USUAL).id);
  const context = await open(profile, options, speaking);
  if (options.extension !== false && options.welcome !== true) await (await greeting(context)).close();
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      speaking?.remove();
    },
  };
}

/** The page that the extension opens once after it was installed. */
export function greeting(context: BrowserContext): Promise<Page> {
  const onceItGreets = async (page: Page): Promise<Page> => (await page.waitForURL('**/setup.html'), page);
  const opened = context.waitForEvent('page', { predicate: async (page) => !!(await onceItGreets(page)) });
  return Promise.any([opened, ...context.pages().map(onceItGreets)]);
}

async function open(
  profile: string,
  options: LaunchOptions,
  speaking: SpeakingChromium | null,
): Promise<BrowserContext> {
  const { sandbox, headless, colorScheme = 'light', locale = 'en-GB', extension = true } = options;
  const { folder } = options.installed ?? USUAL;
  const rules = sandbox.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${sandbox.port}`);
  const launchOptions: PlaywrightOptions = {
    executablePath: speaking?.executable ?? ensureChromium(),
    ...(speaking && { env: { ...process.env, ...speaking.env } }),
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(headless ? ['--headless=new', `--disable-features=${UNSEEN.join(',')}`] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--ignore-certificate-errors',
      `--lang=${locale}`,
      `--host-resolver-rules=${rules.join(', ')}`,
      ...(extension ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []),
    ],
  };
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    colorScheme,
    locale,
    viewport: headless ? { width: 1280, height: 800 } : null,
  });
  if (extension && context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return context;
}

/**
 * Writes the grant where Chromium keeps those that a person gave: no script can press its native prompt. Chromium takes
 * it over when it first loads the extension, since nothing in there is signed for an unpacked one.
 */
function grantHosts(profile: string, patterns: readonly string[], id: string): void {
  const granted = { explicit_host: patterns, scriptable_host: [], api: [], manifest_permissions: [] };
  const extension = {
    granted_permissions: granted,
    active_permissions: granted,
    runtime_granted_permissions: granted,
  };
  mkdirSync(join(profile, 'Default'));
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    // Outside of developer mode, an unpacked extension that is loaded again stays switched off.
    JSON.stringify({ extensions: { settings: { [id]: extension }, ui: { developer_mode: true } } }),
  );
}
