import { expect } from 'vitest';
import type { Driven } from './driven';

const SOON = { interval: 50 };

/** What stands in elements of the panel, one after the other. */
function inPanel({ page }: Pick<Driven, 'page'>, css: string): Promise<string> {
  return page.evaluate((selector) => {
    const found = document.querySelector('payment-sync-panel')?.shadowRoot?.querySelectorAll(selector);
    return [...(found ?? [])].map(({ textContent }) => textContent).join('\n');
  }, css);
}

/** How far the run under way has come; empty while there is none. */
export const progressIn = (driven: Pick<Driven, 'page'>): Promise<string> =>
  inPanel(driven, '.progress > progress + span');

/** The counts of the last run, and the lists under them that are unfolded. */
export const resultIn = (driven: Pick<Driven, 'page'>): Promise<string> => inPanel(driven, '.groups');

/** Waits until all tabs tell the same and what was to be told. */
export async function untilAllTell(
  tabs: readonly Pick<Driven, 'page'>[],
  read: (tab: Pick<Driven, 'page'>) => Promise<string>,
  fits: RegExp,
): Promise<void> {
  const told = async (): Promise<string[]> => [...new Set(await Promise.all(tabs.map(read)))];
  await expect.poll(told, SOON).toEqual([expect.stringMatching(fits)]);
}

/** Waits until the panel says that a run has come to this end. */
export async function untilRunEnds(
  driven: Pick<Driven, 'page'>,
  headline: string | RegExp = 'Sync finished.',
): Promise<void> {
  await expect.poll(() => inPanel(driven, '.headline'), SOON).toMatch(headline);
}
