import { keptForPage } from '../../e2e/support/costs';
import { exchangeGrid } from '../../e2e/support/host-page';
import type { Bench, Figure } from '../bench';
import { medianOf } from '../support/median-of';
import { traced, type MainThread } from './main-thread';
import { openManagePage, type ManagePage } from './manage-page';

const ROWS: readonly number[] = [100, 1_000, 5_000];
const PAIRS = 3;
const IDLE_MS = 60_000;
const NAVIGATIONS = 10;

/** What is done to a page of so many rows, one after the other. */
const SCENES: Readonly<Record<string, (manage: ManagePage, rows: number) => Promise<void>>> = {
  'open and decorate': (manage, rows) => manage.open(rows),
  'scroll by one screen': async ({ page, rest }) => {
    await page.evaluate(() => document.querySelector('[id$=-listview-scroller]')?.scrollBy(0, 600));
    await rest();
  },
  'another page of the grid': async ({ page, rest }) => {
    await exchangeGrid(page, () =>
      page.evaluate(
        () =>
          void [...document.querySelectorAll('.cw-ml-header span')]
            .find(({ textContent }) => textContent?.trim() === 'Amount')
            ?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
      ),
    );
    await rest();
  },
};

export const onThePage: Bench = {
  about: 'What the extension costs a page of Manage',
  how:
    `The production build on the sandbox’s Invoice Search in real Chromium, beside the same page without it, ${PAIRS} pairs after ` +
    'one to warm up: the median of what the extension adds, with the lowest and the highest. Work is the processor’s time of all tasks ' +
    'on the page’s main thread by Chromium’s tracing, Manage’s own included. The longest task is by the clock, with the extension ' +
    'and without it. The extension’s own longest is the most that its scripts took of one task, layouts they waited for included, ' +
    'by the processor’s time.',
  flags: [],
  needsBuild: true,
  async run() {
    const [withIt, without] = [await openManagePage(true), await openManagePage(false)];
    try {
      // First, while no browser has a page of thousands of rows left to clear away.
      const atRest = [...(await idle(withIt, without)), ...(await navigations(withIt, without))];
      const figures: Figure[] = [];
      for (const rows of ROWS) figures.push(...(await ofRows(rows, withIt, without)));
      return [...figures, ...atRest];
    } finally {
      await withIt.close();
      await without.close();
    }
  },
};

interface Pair {
  readonly own: MainThread;
  readonly bare: MainThread;
}

async function ofRows(rows: number, withIt: ManagePage, without: ManagePage): Promise<readonly Figure[]> {
  const pairs = new Map<string, Pair[]>(Object.keys(SCENES).map((scene) => [scene, []]));
  for (let at = 0; at <= PAIRS; at += 1) {
    for (const [scene, act] of Object.entries(SCENES)) {
      const own = await traced(withIt.page, () => act(withIt, rows));
      const bare = await traced(without.page, () => act(without, rows));
      if (at > 0) pairs.get(scene)?.push({ own, bare });
    }
  }
  return [...pairs].flatMap(([scene, measured]) =>
    figuresOf(`${rows.toLocaleString('en')} rows: ${scene}`, measured),
  );
}

function figuresOf(by: string, pairs: readonly Pair[]): readonly Figure[] {
  const own = (of: keyof MainThread) => medianOf(pairs.map((pair) => pair.own[of]));
  return [
    {
      what: 'work added',
      by,
      unit: 'ms',
      ...medianOf(pairs.map((pair) => pair.own.workMs - pair.bare.workMs)),
    },
    { what: 'work without it', by, unit: 'ms', ...medianOf(pairs.map(({ bare }) => bare.workMs)) },
    { what: 'the extension’s own longest', by, unit: 'ms', ...own('longestOwnMs') },
    { what: 'longest task', by, unit: 'ms', ...own('longestTaskMs') },
    {
      what: 'longest task without it',
      by,
      unit: 'ms',
      ...medianOf(pairs.map(({ bare }) => bare.longestTaskMs)),
    },
    {
      what: 'forced layouts added',
      by,
      unit: '',
      ...medianOf(pairs.map((pair) => pair.own.forcedLayouts - pair.bare.forcedLayouts)),
    },
  ];
}

/** A minute in which nobody does anything, in both at the same time. */
async function idle(withIt: ManagePage, without: ManagePage): Promise<readonly Figure[]> {
  for (const { open, page } of [withIt, without]) {
    await open(100);
    await keptForPage(await page.context().newCDPSession(page));
  }
  const wait = ({ page }: ManagePage) => traced(page, () => page.waitForTimeout(IDLE_MS));
  const [own, bare] = await Promise.all([wait(withIt), wait(without)]);
  return figuresOf('100 rows: a minute in which nothing happens', [{ own, bare }]);
}

async function navigations(withIt: ManagePage, without: ManagePage): Promise<readonly Figure[]> {
  const grown = async ({ page, open, rest }: ManagePage): Promise<number> => {
    await open(100);
    const cdp = await page.context().newCDPSession(page);
    const heap = async (): Promise<number> => {
      await keptForPage(cdp);
      const { usedSize } = await cdp.send('Runtime.getHeapUsage');
      return usedSize / 1e6;
    };
    const goTo = async (screen: string): Promise<void> => {
      await page.getByRole('link', { name: screen, exact: true }).click();
      await page.waitForFunction((title) => document.title === `Manage: ${title}`, screen);
      await rest();
    };
    const roundTrip = async (): Promise<void> => {
      await goTo('Company Search');
      await goTo('Invoice Search');
    };
    await roundTrip();
    const before = await heap();
    for (let at = 0; at < NAVIGATIONS; at += 1) await roundTrip();
    return (await heap()) - before;
  };
  const by = `100 rows: ${NAVIGATIONS} times to another screen and back`;
  return [
    { what: 'memory that stays, with it', by, value: await grown(withIt), unit: 'MB' },
    { what: 'memory that stays, without it', by, value: await grown(without), unit: 'MB' },
  ];
}
