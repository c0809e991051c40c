// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBadgePlacer } from '@/utils/invoice-search/place-badges';
import type { BadgeFacts } from '@/utils/messaging/protocol';
import { factsOf } from './support/facts';
import { badgeNames, invoices, make, numberCells, showPage } from './support/manage-page';
import { readPage } from './support/read-page';

const PAID: Record<string, BadgeFacts> = {
  '12345': factsOf('paid', 125_000, '2020-03-01'),
  '12346': factsOf('unpaid', 0),
  '12347': factsOf('partly-paid', 5_000),
};

let badges = createBadgePlacer(document);
let facts = PAID;

function pass(): void {
  badges.place(readPage().cells, ({ number }) => facts[number], 50);
}
/** The page as it would be without us. */
function hostOnly(): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const badge of copy.querySelectorAll('payment-sync-badge')) badge.remove();
  return copy.innerHTML;
}
const numberCell = (at: number): HTMLElement => {
  const cell = numberCells(document)[at];
  if (cell === undefined) throw new Error(`no number cell ${at}`);
  return cell;
};
const link = (at: number): HTMLElement => numberCell(at).querySelector('a') ?? make('a');

beforeEach(() => {
  badges.clear();
  badges = createBadgePlacer(document);
  facts = PAID;
  showPage(document, { rows: invoices('12345', '12346', '99999') });
});

describe('badges are placed', () => {
  test('on rows that Manage knows, and on no others', () => {
    pass();
    expect(badgeNames(document)).toEqual([
      expect.stringMatching(/^Invoice 12345: Paid Amount .*1,250\.00, Date Paid .*, paid in full$/),
      expect.stringMatching(/^Invoice 12346: .*unpaid$/),
    ]);
    expect(numberCell(2).querySelector('payment-sync-badge')).toBeNull();
  });

  test('behind what the cell holds of its own', () => {
    pass();
    expect(numberCell(0).firstElementChild?.lastElementChild?.localName).toBe('payment-sync-badge');
  });

  test('without touching anything of the page', () => {
    const before = hostOnly();
    pass();
    expect(badgeNames(document)).toHaveLength(2);
    expect(hostOnly()).toBe(before);
    badges.clear();
    expect(document.body.innerHTML).toBe(before);
  });

  test('once: a second pass changes nothing at all', () => {
    pass();
    const observer = new MutationObserver(() => undefined);
    const observed = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(document.body, observed);
    for (const badge of document.querySelectorAll('payment-sync-badge')) {
      if (badge.shadowRoot) observer.observe(badge.shadowRoot, observed);
    }
    pass();
    badges.removeStale();
    expect(observer.takeRecords()).toEqual([]);
    facts = { ...PAID, '12346': factsOf('paid', 100) };
    pass();
    expect(observer.takeRecords()).not.toEqual([]);
  });

  test('not on a cell that has come to show another number since it was read, nor on one that is gone', () => {
    const { cells } = readPage();
    link(0).replaceChildren('12347');
    badges.place(cells, () => factsOf('unpaid', 0), 50);
    expect(badgeNames(document)).toEqual([
      expect.stringMatching(/^Invoice 12346:/),
      expect.stringMatching(/^Invoice 99999:/),
    ]);
    const gone = numberCell(2).closest('tr');
    badges.clear();
    gone?.remove();
    badges.place(cells, () => factsOf('unpaid', 0), 50);
    expect(badgeNames(document)).toEqual([expect.stringMatching(/^Invoice 12346:/)]);
    expect(gone?.querySelector('payment-sync-badge')).toBeNull();
  });
});

describe('a badge goes at once', () => {
  beforeEach(pass);

  test.each<[string, () => void]>([
    ['when its row is given another number', () => link(0).replaceChildren('12347')],
    ['when its row is emptied', () => link(0).replaceChildren()],
    ['when only the text node changes', () => ((link(0).firstChild as Text).data = '12347')],
    ['when the cell gets a new inner div', () => numberCell(0).replaceChildren(make('div', '', ['12347']))],
    ['when its row leaves the document', () => numberCell(0).closest('tr')?.remove()],
  ])('%s', (_, change) => {
    change();
    badges.removeStale();
    expect(badgeNames(document)).toEqual([expect.stringMatching(/^Invoice 12346:/)]);
  });

  test('from a row the page keeps for later', () => {
    const row = numberCell(0).closest('tr');
    row?.remove();
    badges.removeStale();
    expect(row?.querySelector('payment-sync-badge')).toBeNull();
  });

  test('when the page copies it with its row', () => {
    const row = numberCell(0).closest('tr');
    row?.after(row.cloneNode(true));
    badges.removeStale();
    expect(badgeNames(document)).toHaveLength(2);
  });
});

describe('the next pass', () => {
  beforeEach(pass);

  test('puts the right badge on a row that was reused', () => {
    link(0).replaceChildren('12347');
    pass();
    expect(badgeNames(document)[0]).toMatch(/^Invoice 12347: .*partly paid$/);
    expect(numberCell(0).querySelectorAll('payment-sync-badge')).toHaveLength(1);
  });

  test('puts back a badge that the page wiped away', () => {
    numberCell(0).replaceChildren(make('div', '', [make('a', '', ['12345'])]));
    pass();
    expect(badgeNames(document)[0]).toMatch(/^Invoice 12345:/);
  });

  test('replaces a badge whose facts changed', () => {
    facts = { ...PAID, '12346': factsOf('paid', 125_000, '2020-03-02') };
    pass();
    expect(badgeNames(document)[1]).toMatch(/^Invoice 12346: .*paid in full$/);
  });

  test('leaves a badge whose facts changed where it is until another takes its place', () => {
    facts = { ...PAID, '12346': factsOf('paid', 125_000, '2020-03-02') };
    const isLeft = badges.place(readPage().cells, ({ number }) => facts[number], 0);
    expect([isLeft, badgeNames(document)[1]]).toEqual([true, expect.stringMatching(/unpaid$/)]);
    pass();
    expect(badgeNames(document)[1]).toMatch(/^Invoice 12346: .*paid in full$/);
  });

  test('takes a badge off when its facts are not known any more', () => {
    const { '12345': _, ...others } = PAID;
    facts = others;
    pass();
    expect(badgeNames(document)).toEqual([expect.stringMatching(/^Invoice 12346:/)]);
  });

  test('takes badges off a column that holds no invoice numbers any more', () => {
    document.querySelector('.cw-ml-header [cellindex="1"] span')?.replaceChildren('Ticket #');
    pass();
    expect(badgeNames(document)).toEqual([]);
  });
});

describe('a badge is seen', () => {
  const sizes = (): (string | undefined)[] =>
    [...document.querySelectorAll('payment-sync-badge')].map(
      (badge) => badge.shadowRoot?.querySelector('button')?.dataset.size,
    );
  beforeEach(() => {
    const box = new DOMRect(0, 0, 200, 20);
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(box);
    vi.spyOn(Range.prototype, 'getBoundingClientRect').mockReturnValue(box);
  });
  afterEach(() => void vi.restoreAllMocks());

  test('in the pass after the one that put it in, which has the page’s layout for nothing', () => {
    pass();
    expect(sizes()).toEqual(['measure', 'measure']);
    pass();
    expect(sizes()).toEqual(['none', 'none']);
  });

  test('at once where it takes the place of another', () => {
    pass();
    pass();
    facts = { ...PAID, '12346': factsOf('paid', 125_000, '2020-03-02') };
    pass();
    expect(badgeNames(document)[1]).toMatch(/paid in full$/);
    expect(sizes()).toEqual(['none', 'none']);
  });
});

describe('of many badges', () => {
  const MANY = Array.from({ length: 120 }, (_, at) => String(20_000 + at));
  const all = Object.fromEntries(MANY.map((number) => [number, factsOf('unpaid', 0)]));
  const passMany = (): boolean => badges.place(readPage().cells, ({ number }) => all[number], 50);

  beforeEach(() => {
    showPage(document, { rows: invoices(...MANY) });
  });

  test('no more than fifty are made at a time', () => {
    expect([passMany(), passMany(), passMany(), passMany()]).toEqual([true, true, true, false]);
    expect(badgeNames(document)).toHaveLength(120);
  });

  test('no more than fifty are fitted anew at a time, and each once', () => {
    const measured = new Set<Element>();
    const box = new DOMRect(0, 0, 200, 20);
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      if (this.localName === 'button') measured.add(this);
      return box;
    });
    vi.spyOn(Range.prototype, 'getBoundingClientRect').mockReturnValue(box);
    while (passMany());
    badges.refit();
    const goes = [passMany, passMany, passMany, passMany].map((go) => {
      measured.clear();
      const isLeft = go();
      return [measured.size, isLeft];
    });
    vi.restoreAllMocks();
    expect(goes).toEqual([
      [50, true],
      [50, true],
      [20, false],
      [0, false],
    ]);
  });
});
