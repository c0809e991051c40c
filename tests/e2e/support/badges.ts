import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ManageState } from '../../../sandbox/manage/state';
import type { ScriptedPage } from './scripted-page';

/** A row of the grid that is filled. */
export interface ShownRow {
  readonly number: string;
  /** The accessible names of what the extension put in the row. */
  readonly badges: readonly string[];
}

/** The accessible names a badge may have, by invoice number. */
export interface RightBadge {
  /** Once everything is known. */
  readonly name: string;
  /** Until the date paid has been read. */
  readonly early: string;
}

type RightBadges = Readonly<Record<string, RightBadge>>;

/** What the badges must say, told from what Manage holds and from nothing the product made of it. */
export function rightBadges(page: ScriptedPage, { invoices }: ManageState): Promise<RightBadges> {
  const cents = (amount: number): number => Math.round(amount * 100);
  const told = invoices.map(({ invoiceNumber, type, total, currencyCode, payments }) => {
    const records = payments.filter(({ creditInvoiceId }) => creditInvoiceId === null);
    const paid = records.reduce((sum, { amount }) => sum + cents(amount), 0);
    const closed = payments.reduce((sum, { amount }) => sum + cents(amount), 0);
    const paidOn = records.map(({ paymentDate }) => paymentDate.slice(0, 10)).sort();
    return {
      number: invoiceNumber,
      currency: currencyCode,
      paid: paid / 100,
      date: paidOn.at(-1) ?? '',
      state:
        type === 'CreditMemo'
          ? 'credit memo'
          : total === 0
            ? 'nothing to pay'
            : closed < cents(total)
              ? paid > 0
                ? 'partly paid'
                : 'unpaid'
              : paid > 0
                ? 'paid in full'
                : 'credited',
    };
  });
  // The page's own Intl knows how its browser writes amounts and days.
  return page.evaluate((rows) => {
    const names = rows.map(({ number, currency, paid, date, state }) => {
      if (state === 'credit memo' || state === 'nothing to pay') return [number, `${state}`, `${state}`];
      const amount = new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(paid);
      const early = `Paid Amount ${amount}, ${state}`;
      if (state !== 'paid in full') return [number, early, early];
      const day = new Date(`${date}T12:00:00Z`).toLocaleDateString(undefined, { dateStyle: 'medium' });
      return [number, `Paid Amount ${amount}, Date Paid ${day}, ${state}`, early];
    });
    return Object.fromEntries(
      names.map(([number = '', name, early]) => [
        number,
        { name: `Invoice ${number}: ${name}`, early: `Invoice ${number}: ${early}` },
      ]),
    );
  }, told);
}

/** The rows that can be seen, or that at least have an edge in sight. */
export function rowsInView(page: ScriptedPage): Promise<ShownRow[]> {
  return page.evaluate(() => {
    const scroller = document.querySelector('[id$=-listview-scroller]')?.getBoundingClientRect();
    return [...document.querySelectorAll('tr.cw-ml-row')].flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      const number = row.querySelector('a.multilineClickable')?.textContent ?? '';
      if (scroller === undefined || bottom <= scroller.top || top >= scroller.bottom) return [];
      const badges = [...row.querySelectorAll('payment-sync-badge')].map(
        (badge) => badge.shadowRoot?.querySelector('button')?.getAttribute('aria-label') ?? '',
      );
      return [{ number, badges }];
    });
  });
}

/** Waits until every row in sight carries its one right badge, and answers the invoice numbers there. */
export async function untilBadgesAreRight(page: ScriptedPage, manage: ManageState): Promise<string[]> {
  const right = await rightBadges(page, manage);
  let numbers: string[] = [];
  const wrong = async (): Promise<unknown[]> => {
    const rows = await rowsInView(page);
    numbers = rows.map(({ number }) => number);
    const off = rows.filter(({ number, badges }) => badges.join('|') !== right[number]?.name);
    return rows.length === 0 ? ['no row in sight'] : off;
  };
  await expect.poll(wrong, { interval: 40 }).toEqual([]);
  return numbers;
}

/** What was seen in frame after frame. */
export interface Watched {
  /** Invoices seen with their right badge. */
  readonly numbers: readonly string[];
  /** Badges that were not their row's, and rows with several. */
  readonly wrong: readonly string[];
}

/** Looks at every frame the page paints until it is told to stop. */
export async function watchBadges(page: Page, manage: ManageState): Promise<() => Promise<Watched>> {
  const right = await rightBadges(page, manage);
  const watching = await page.evaluateHandle((allowed) => {
    const seen = { numbers: new Set<string>(), wrong: new Set<string>(), stop: false };
    const look = (): void => {
      for (const row of document.querySelectorAll('tr.cw-ml-row')) {
        const badges = row.querySelectorAll('payment-sync-badge');
        if (badges.length === 0) continue;
        const number = row.querySelector('a.multilineClickable')?.textContent ?? '';
        const name = badges[0]?.shadowRoot?.querySelector('button')?.getAttribute('aria-label') ?? 'nameless';
        const its = allowed[number];
        if (badges.length > 1 || (name !== its?.name && name !== its?.early))
          seen.wrong.add(`“${name}” on ${number || 'an empty row'}`);
        else seen.numbers.add(number);
      }
      if (!seen.stop) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return seen;
  }, right);
  return () =>
    watching.evaluate((seen) => {
      seen.stop = true;
      return { numbers: [...seen.numbers], wrong: [...seen.wrong] };
    });
}

/** How far the grid can be scrolled and is, in pixels; sets it where a position is given. */
export function scrolled(
  page: ScriptedPage,
  to?: number,
): Promise<{ readonly top: number; readonly end: number }> {
  return page.evaluate((top) => {
    const scroller = document.querySelector('[id$=-listview-scroller]');
    if (scroller === null) return { top: 0, end: 0 };
    if (top !== undefined) scroller.scrollTop = top;
    return { top: scroller.scrollTop, end: scroller.scrollHeight - scroller.clientHeight };
  }, to);
}

/** Names of the badges that cover the number beside them or reach beyond their cell. */
export function badgesOutsideTheirCell(page: ScriptedPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('payment-sync-badge')].flatMap((badge) => {
      const shown = badge.shadowRoot?.querySelector('button > *');
      const box = shown?.getBoundingClientRect();
      const cell = badge.closest('td')?.getBoundingClientRect();
      const number = badge.closest('td')?.querySelector('a')?.getBoundingClientRect();
      if (box === undefined || cell === undefined || number === undefined) return ['nothing to be seen'];
      // Where there is no room at all, the badge is there for screen readers alone.
      if (box.width === 0 || !shown?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        return [];
      const inside =
        box.left >= cell.left && box.right <= cell.right && box.top >= cell.top && box.bottom <= cell.bottom;
      const beside = box.left >= number.right || box.right <= number.left;
      return inside && beside ? [] : [shown?.textContent ?? ''];
    }),
  );
}
