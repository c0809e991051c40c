// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Recognition } from '@/utils/invoice-search/recognition';
import { createKeyGuard } from '@/utils/invoice-search/key-guard';
import { startInvoiceSearch, type InvoiceSearch } from '@/utils/invoice-search/start';
import type { BadgeFacts } from '@/utils/messaging/protocol';
import { reason, type Reason } from '@/utils/payments/reason';
import { factsOf } from './support/facts';
import { fakeWorker, type FakeWorker } from './support/fake-worker';
import {
  badgeNames,
  ENGLISH,
  invoices,
  make,
  numberCells,
  row,
  CAPTIONS,
  showPage,
} from './support/manage-page';

let held: Record<string, BadgeFacts>;
let worker: FakeWorker;
let screens: boolean[];
let looks: number;
let recognitions: Recognition[];
let problems: (Reason | null)[];
let search: InvoiceSearch;
let abort: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  held = {
    '12345': factsOf('paid', 125_000),
    '12346': factsOf('unpaid', 0),
    '12347': factsOf('partly-paid', 5_000),
  };
  worker = fakeWorker((number) => held[number]);
  [screens, looks, problems, recognitions] = [[], 0, [], []];
  document.body.replaceChildren();
  abort = new AbortController();
});
afterEach(() => {
  abort.abort();
  vi.useRealTimers();
});

function start(): void {
  search = startInvoiceSearch({
    window,
    keys: createKeyGuard(window, abort.signal),
    captions: ENGLISH,
    shown: [],
    keepShown: () => Promise.resolve({ ok: true, value: null }),
    reasonText: ({ code }) => code,
    onRecognition: (recognition) => recognitions.push(recognition),
    signal: abort.signal,
    ask: worker,
    onScreen(present) {
      looks += 1;
      if (screens.at(-1) !== present) screens.push(present);
    },
    onProblem: (problem) => problems.push(problem),
    onBadgePressed: () => undefined,
    onOverview: () => undefined,
  });
}
/** Lets mutations be delivered, and time go on. */
async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  await vi.advanceTimersByTimeAsync(milliseconds);
}
const numbersOf = (names: readonly string[]): string[] =>
  names.map((name) => /Invoice (\S+):/.exec(name)?.[1] ?? '');
const badged = (): string[] => numbersOf(badgeNames(document));
const link = (at: number): Element => numberCells(document)[at]?.querySelector('a') ?? make('a');

describe('on Invoice Search', () => {
  beforeEach(async () => {
    showPage(document, { rows: invoices('12345', '12346') });
    start();
    await pass(500);
  });

  test('every row gets its badge, and each number is asked for once', async () => {
    expect(screens).toEqual([true]);
    expect(badged()).toEqual(['12345', '12346']);
    await pass(60_000);
    expect(worker.asked.amounts).toEqual([['12345', '12346']]);
  });

  test('a row that is reused loses its badge at once, and its new number is asked for', async () => {
    link(0).replaceChildren('12347');
    await pass(0);
    expect(badged()).toEqual(['12346']);
    await pass(300);
    expect(badged()).toEqual(['12347', '12346']);
    expect(worker.asked.amounts).toEqual([['12345', '12346'], ['12347']]);
  });

  test('a row that is filled a moment later gets its badge then', async () => {
    document.querySelector('.invoice-grid tbody')?.append(row(CAPTIONS, {}));
    await pass(300);
    expect(worker.asked.amounts).toHaveLength(1);
    link(2).replaceChildren('12347');
    await pass(300);
    expect(badged()).toEqual(['12345', '12346', '12347']);
  });

  test('what changes beside the grid wakes nobody', async () => {
    const clock = make('div');
    document.querySelector('.cw-main-banner')?.before(clock);
    await pass(500);
    const before = looks;
    for (let tick = 0; tick < 20; tick += 1) {
      clock.replaceChildren(make('span', '', [String(tick)]));
      clock.title = String(tick);
      await pass(100);
    }
    expect(looks - before).toBe(0);
  });

  test('many badges are made a few at a time, and all of them in the end', async () => {
    const many = Array.from({ length: 120 }, (_, at) => String(3000 + at));
    for (const number of many) held[number] = factsOf('unpaid', 0);
    const made: number[] = [];
    const observer = new MutationObserver((records) =>
      made.push(
        records.flatMap(({ addedNodes }) => [...addedNodes]).filter(({ nodeName }) => /badge/i.test(nodeName))
          .length,
      ),
    );
    showPage(document, { rows: invoices(...many) });
    await pass(0);
    observer.observe(document.body, { subtree: true, childList: true });
    await pass(2_000);
    expect(badged()).toEqual(many);
    expect(Math.max(...made)).toBeLessThanOrEqual(50);
  });

  test('a grid that is swapped in one task gets its badges, and the panel stays', async () => {
    showPage(document, { rows: invoices('12347', '12345') });
    await pass(500);
    expect(badged()).toEqual(['12347', '12345']);
    expect(screens).toEqual([true]);
  });

  test('a grid that is gone for a while takes its badges along, but not the panel', async () => {
    document.querySelector('.mm_grid')?.remove();
    await pass(20_000);
    expect(badged()).toEqual([]);
    expect(screens).toEqual([true]);
  });

  test('what we put on the page ourselves makes nobody look again', async () => {
    const before = looks;
    held['12345'] = factsOf('paid', 125_000, '2020-03-01');
    await pass(1_000);
    expect(badgeNames(document)[0]).toContain('Date Paid');
    expect(looks - before).toBe(0);
  });

  test.each([100, 260, 390])(
    'a grid that changes every %d ms without end gets badges all the same, but its dates wait for rest',
    async (everyMs) => {
      held = Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [String(2000 + at), factsOf('paid', 100)]),
      );
      for (let at = 0; at < 40; at += 1) {
        link(0).replaceChildren(String(2000 + at));
        await pass(everyMs);
      }
      expect(worker.asked.amounts.length).toBeGreaterThan(5);
      expect(worker.asked.dates.flat().filter((number) => number.startsWith('20'))).toEqual([]);
      await pass(1_000);
      expect(worker.asked.dates.at(-1)).toEqual(['2039']);
    },
  );

  test('another screen loses every badge with the first change of the page', async () => {
    document.querySelector('.detailLabel:not(.navigationEntry)')?.replaceChildren('Service Board');
    await pass(0);
    expect(badged()).toEqual([]);
    await pass(500);
    expect(screens).toEqual([true, false]);
  });

  test('the dates of paid invoices are asked for at rest, and not while a sync is running', async () => {
    expect(worker.asked.dates).toEqual([]);
    search.setRunning(true);
    await pass(60_000);
    expect(worker.asked.dates).toEqual([]);
    held['12345'] = factsOf('paid', 125_000, '2020-03-01');
    search.setRunning(false);
    await pass(300);
    expect(worker.asked.dates).toEqual([['12345']]);
    expect(badgeNames(document)[0]).toContain('Date Paid');
  });

  test('a sync that fell silent does not hold dates back for ever', async () => {
    search.setRunning(true);
    await pass(119_000);
    expect(worker.asked.dates).toEqual([]);
    await pass(2_000);
    expect(worker.asked.dates).toEqual([['12345']]);
  });

  test('after a sync everything on show is asked for again', async () => {
    held['12346'] = factsOf('paid', 99_000);
    search.refresh();
    await pass(500);
    expect(worker.asked.amounts).toEqual([
      ['12345', '12346'],
      ['12345', '12346'],
    ]);
    expect(badgeNames(document)[1]).toContain('paid in full');
  });

  test('badges are refreshed every few minutes', async () => {
    await pass(5 * 60_000);
    expect(worker.asked.amounts).toHaveLength(2);
  });

  test('the end leaves nothing behind and hears nothing any more', async () => {
    abort.abort();
    expect(document.querySelectorAll('payment-sync-badge')).toHaveLength(0);
    expect(screens).toEqual([true, false]);
    link(0).replaceChildren('12347');
    window.dispatchEvent(new Event('hashchange'));
    await pass(60_000);
    expect(badged()).toEqual([]);
    expect(worker.asked.amounts).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('on other screens', () => {
  test('nothing is placed and nothing is asked', async () => {
    showPage(document, {
      title: 'Service Board',
      captions: ['Ticket #', 'Summary', 'Company'],
      rows: [{ 'Ticket #': '12345' }],
    });
    const before = document.documentElement.outerHTML;
    start();
    await pass(60_000);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(worker.asked.amounts).toEqual([]);
    expect(screens).toEqual([false]);
  });

  test('the page is left alone once it has been built: changes wake nobody until the slow look', async () => {
    showPage(document, { title: 'Service Board' });
    start();
    await pass(10_100);
    showPage(document, { rows: invoices('12345') });
    await pass(1_000);
    expect(screens).toEqual([false]);
    await pass(5_000);
    expect(screens).toEqual([false, true]);
  });

  test('a navigation to Invoice Search is noticed as soon as the screen is there', async () => {
    showPage(document, { title: 'Service Board' });
    start();
    await pass(10_100);
    window.dispatchEvent(new Event('hashchange'));
    await pass(1_000);
    showPage(document, { rows: invoices('12345') });
    await pass(300);
    expect(badged()).toEqual(['12345']);
  });
});

test('why there are no badges is told, and that they are back', async () => {
  worker.refusal = reason('manageSignedOut');
  showPage(document, { rows: invoices('12345') });
  start();
  await pass(500);
  expect(problems).toEqual([reason('manageSignedOut')]);
  expect(badged()).toEqual([]);
  worker.refusal = null;
  await pass(10_000);
  expect(problems).toEqual([reason('manageSignedOut'), null]);
  expect(badged()).toEqual(['12345']);
});
