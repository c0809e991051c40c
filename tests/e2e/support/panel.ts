import type { Locator } from 'playwright-core';

export const KINDS = ['Updated', 'Unchanged', 'Not found in Manage', 'Skipped', 'Failed'] as const;
export type Kind = (typeof KINDS)[number];

/** What the panel says of a run that has ended; of the first where several ran side by side. */
export interface Ending {
  readonly headline: string;
  readonly counts: Readonly<Record<Kind, number>>;
}

/** Chooses one of the start dates by its name, or a day of the calendar (`yyyy-MM-dd`). */
export async function chooseStartDate(panel: Locator, startDate: string): Promise<void> {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(startDate);
  await panel.getByLabel('Start Date').selectOption({ label: isDay ? 'Custom Date' : startDate });
  if (isDay) await panel.getByLabel('Custom Date').fill(startDate);
}

/** Presses Run Sync, from one of the choices or from a day of the calendar (`yyyy-MM-dd`). */
export async function pressRunSync(panel: Locator, startDate = 'Past Month'): Promise<void> {
  await chooseStartDate(panel, startDate);
  await panel.getByRole('button', { name: 'Run Sync' }).click();
}

/** Presses Run Sync and reads the panel once it tells how the run ended, or that it waits for something. */
export function runSync(panel: Locator, startDate?: string): Promise<Ending> {
  return untilEnded(panel, () => pressRunSync(panel, startDate));
}

/** Does what starts runs and reads the panel once it tells how all of them, and no earlier ones, ended. */
export async function untilEnded(panel: Locator, begin: () => Promise<void>): Promise<Ending> {
  const section = await panel.elementHandle();
  if (section === null) throw new Error('The panel is not on the page');
  const told = await section.evaluateHandle((within) => {
    const said = { began: false, ended: '' };
    const read = (): void => {
      const headlines = [...within.querySelectorAll('.headline')].map(({ textContent }) => textContent);
      if (headlines.some((each) => each.includes('is running'))) said.began = true;
      else if (said.began) said.ended = headlines[0] ?? '';
    };
    new MutationObserver(read).observe(within, { subtree: true, childList: true, characterData: true });
    return said;
  });
  await begin();
  await panel.page().waitForFunction(({ ended }) => ended !== '', told);
  const headline = await told.evaluate(({ ended }) => ended);
  return { headline, counts: await readCounts(panel) };
}

async function readCounts(panel: Locator): Promise<Ending['counts']> {
  const text = await panel.innerText();
  const count = (kind: Kind): number =>
    Number(new RegExp(`^${kind}\\s+([\\d,]+)$`, 'm').exec(text)?.[1]?.replace(',', ''));
  return {
    Updated: count('Updated'),
    Unchanged: count('Unchanged'),
    'Not found in Manage': count('Not found in Manage'),
    Skipped: count('Skipped'),
    Failed: count('Failed'),
  };
}

/**
 * Unfolds the list behind a count, or finds it unfolded. With a key: lines above it that come into sight get their
 * height only then, and would push the title away from under a mouse that has just been put there.
 */
export async function openList(panel: Locator, kind: Kind): Promise<Locator> {
  const name = new RegExp(`^${kind}`);
  const title = panel.getByRole('button', { name });
  if ((await title.getAttribute('aria-expanded')) === 'false') await title.press('Enter');
  await panel.getByRole('button', { name, expanded: true }).waitFor();
  return panel
    .getByRole('listitem')
    .filter({ has: panel.page().getByRole('button', { name: new RegExp(`^${kind}`) }) });
}

/** The invoice numbers that the list behind a count names, sorted. */
export async function listedNumbers(panel: Locator, kind: Kind): Promise<string[]> {
  const list = await openList(panel, kind);
  const numbers = list.locator('.invoice-number');
  await numbers.first().waitFor();
  return (await numbers.allTextContents()).sort();
}

/** What the list behind a count says of one invoice, all of it. */
export async function saidOf(panel: Locator, kind: Kind, number: string): Promise<string> {
  const list = await openList(panel, kind);
  const item = list.getByRole('listitem').filter({ has: panel.page().getByText(number, { exact: true }) });
  // Its text, drawn or not: what is scrolled out of sight is not laid out.
  return (await item.textContent()) ?? '';
}
