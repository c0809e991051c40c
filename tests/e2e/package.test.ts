import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTENSION_ID, launch, type DrivenBrowser } from '../../scripts/browser';

const PACKAGES = ['.output/chrome-mv3', '.output/firefox-mv3'] as const;

interface Manifest {
  readonly content_security_policy: { readonly extension_pages: string };
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

function scriptsIn(folder: string): [name: string, text: string][] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.js')).map((name) => [name, read(folder, name)]);
}

describe.each(PACKAGES)('the package in %s', (folder) => {
  it('turns text into code nowhere', () => {
    for (const [name, text] of scriptsIn(folder)) {
      expect(text, name).not.toMatch(/\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(|=Function\b[^.]/);
      expect(text, name).not.toMatch(/importScripts|set(Timeout|Interval)\(\s*["'`]/);
    }
  });

  it('loads no script, style or frame from anywhere else', () => {
    expect(read(folder, 'options.html')).not.toMatch(/(src|href)=["'](https?:)?\/\//);
    for (const [name, text] of scriptsIn(folder))
      expect(text, name).not.toMatch(/import\s*\(\s*["'`]https?:/);
  });

  it('is built for people who use it, and tells nothing of the machine that built it', () => {
    for (const [name, text] of scriptsIn(folder)) {
      expect(text.includes(process.cwd()), name).toBe(false);
      expect(text, name).not.toMatch(/\bjsxDEV\b|\bfileName:\w+,lineNumber:/);
    }
  });

  it('allows its pages nothing unsafe', () => {
    const manifest = JSON.parse(read(folder, 'manifest.json')) as Manifest;
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*|blob:/);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(policy.includes("require-trusted-types-for 'script'")).toBe(folder.includes('chrome'));
  });

  it('starts with the browser, which may have forgotten the alarms that would wake it', () => {
    expect(read(folder, 'background.js')).toContain('.runtime.onStartup.addListener(');
  });

  it('holds the licences of what it contains', () => {
    const text = read(folder, 'licenses.txt');
    expect(text).toContain('webextension-polyfill 0.12.0 (MPL-2.0)\n\nMozilla Public License Version 2.0');
    for (const name of ['preact', 'zod', 'idb', 'ofetch'])
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});

describe('in Chromium', () => {
  let driven: DrivenBrowser;
  let worker: Worker;
  let page: Page;
  const said: string[] = [];

  beforeAll(async () => {
    driven = await launch({ sandbox: { port: 9, hosts: [] }, headless: true, grant: [] });
    worker = driven.context.serviceWorkers()[0] ?? (await driven.context.waitForEvent('serviceworker'));
    worker.on('console', (message) => said.push(message.text()));
    driven.context.on('console', (message) => said.push(message.text()));
    driven.context.on('weberror', (error) => said.push(String(error.error())));
    page = await driven.context.newPage();
    await page.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => driven.close());

  it('options page and worker work without a complaint of the policy', async () => {
    await page.getByLabel('Manage site').fill('na.myconnectwise.net');
    await page.getByRole('button', { name: 'Check', exact: false }).first().click();
    await page.getByText('Manage is not connected yet', { exact: false }).first().waitFor();
    expect(said).toEqual([]);
  });

  it('neither lets text become code', async () => {
    // What the debugger calls may use eval, and only in that turn of the event loop.
    const tryEval = (): Promise<string> =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(String((0, eval)('1')));
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      });
    expect(await page.evaluate(tryEval)).toBe('EvalError');
    expect(await worker.evaluate(tryEval)).toBe('EvalError');
    said.length = 0;
  });

  it('text becomes markup nowhere on the options page', async () => {
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>bold</b>';
        return '';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(refused).toBe('TypeError');
    said.length = 0;
  });

  it('keys kept until the browser closes are in memory, and nowhere on disk', async () => {
    const answers = await page.evaluate(async () => {
      const { runtime, storage } = (globalThis as unknown as { chrome: ChromeForTests }).chrome;
      const ask = (paymentSync: string, data?: unknown): Promise<unknown> =>
        runtime.sendMessage({ paymentSync, data });
      const settings = { version: 1, keepSecrets: 'session' };
      await ask('saveSettings', { settings, secrets: { 'manage.privateKey': 'hunter2' } });
      return [await storage.session.get(null), await storage.local.get(null)];
    });
    expect(answers).toMatchObject([{ 'secret:manage.privateKey': 'hunter2' }, {}]);
  });
});

/** What the test asks the browser on the extension's own page. */
interface ChromeForTests {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: Readonly<Record<'session' | 'local', { get(keys: null): Promise<unknown> }>>;
}
