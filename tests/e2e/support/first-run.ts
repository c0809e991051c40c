import type { BrowserContext, Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { createWorld, type LivingWorld } from '../../../sandbox/world';
import { greeting, launch, type LaunchOptions } from '../../../scripts/browser';
import { DEMO_SYSTEMS, type DemoSystemId } from '../../../scripts/systems';
import type { Eyes, Hands } from '../shared/setup-steps';
import { invoiceSearchUrl } from './demo';
import { tabTo } from './keyboard';
import { PATIENCE_MS } from './patience-ms';

/** A browser in which the extension was installed a moment ago, and Manage is open in another tab. */
export interface FreshBrowser {
  readonly world: LivingWorld;
  readonly sandbox: Sandbox;
  readonly context: BrowserContext;
  /** The page that opened by itself. */
  readonly setup: Page;
  readonly manage: Page;
  close(): Promise<void>;
}

export async function openFresh(
  system: DemoSystemId,
  more: readonly string[] = [],
  speech: Pick<LaunchOptions, 'language' | 'locale'> = {},
): Promise<FreshBrowser> {
  const world = createWorld(Date.now());
  const sandbox = await startSandbox(world);
  const grant = [...DEMO_SYSTEMS[system].hosts, ...more];
  const browser = await launch({ sandbox, headless: true, grant, welcome: true, ...speech });
  const { context } = browser;
  context.setDefaultTimeout(PATIENCE_MS);
  const setup = await greeting(context);
  const manage = context.pages().find((page) => page !== setup) ?? (await context.newPage());
  await manage.goto(invoiceSearchUrl());
  await setup.bringToFront();
  return {
    world,
    sandbox,
    context,
    setup,
    manage,
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
}

/** Comes back to a tab. The driver keeps every tab visible, so that this one would not notice. */
export async function returnTo(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

/** Eyes on a page of the extension. */
export function lookingAt(page: Page): Eyes {
  return {
    heading: (name) => page.getByRole('heading', { name, exact: true }).waitFor(),
    choice: (name) => page.getByRole('radio', { name }).waitFor(),
    words: (pattern) => page.getByText(pattern).waitFor(),
  };
}

export function withMouse(page: Page): Hands {
  return {
    enter: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    pick: (choice) => page.getByRole('radio', { name: choice }).check(),
    choose: async (label, option) =>
      void (await page.getByLabel(label, { exact: true }).selectOption({ label: option })),
  };
}

/** Nothing but keys: Tab leads everywhere, arrows choose, Enter presses. */
export function withKeyboard(page: Page): Hands {
  const { keyboard } = page;
  return {
    async enter(label, text) {
      await tabTo(page, label);
      await keyboard.press('Control+A');
      await keyboard.type(text);
    },
    async press(name) {
      await tabTo(page, name);
      await keyboard.press('Enter');
    },
    async pick(choice) {
      const radio = page.getByRole('radio', { name: choice });
      const group = page.locator('fieldset').filter({ has: radio });
      // Tab leads to the one that is chosen, arrows from there to the others.
      for (
        let presses = 0;
        !(await group.evaluate((each) => each.contains(document.activeElement)));
        presses += 1
      ) {
        if (presses > 60) throw new Error(`Tab does not lead to “${choice}”`);
        await keyboard.press('Tab');
      }
      for (let presses = 0; !(await radio.isChecked()); presses += 1) {
        if (presses > 5) throw new Error(`Arrows do not lead to “${choice}”`);
        await keyboard.press('ArrowDown');
      }
    },
    async choose(label, option) {
      await tabTo(page, label);
      await keyboard.type(option);
    },
  };
}

/** Hands of somebody who reads other words than the English ones they are told. */
export function reading(say: (english: string) => string, hands: Hands): Hands {
  return {
    enter: (label, text) => hands.enter(say(label), text),
    press: (name) => hands.press(say(name)),
    pick: (choice) => hands.pick(say(choice)),
    choose: (label, option) => hands.choose(say(label), option),
  };
}
