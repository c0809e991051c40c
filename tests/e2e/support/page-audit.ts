import type { RightBadge } from './badges';

/** What is wrong with a page of Manage that the extension works in; all empty is all well. */
export interface PageAudit {
  /** Invoice rows in sight without their whole badge. */
  readonly missing: readonly string[];
  /** Badges that are not their row's, stand where no invoice number is, or come twice. */
  readonly wrong: readonly string[];
  /** Badges that cover the number beside them or reach beyond their cell. */
  readonly misplaced: readonly string[];
  /** Rows, cells and scrollers whose size or place is another one than without the badges. */
  readonly moved: readonly string[];
  /** Errors of the page, and keys and clicks that reached it. */
  readonly broken: readonly string[];
}

/** What is asked for of a page. */
export interface Audited {
  /** The names a badge may have, by invoice number. */
  readonly allowed: Readonly<Record<string, RightBadge>>;
  /** Whether every invoice row in sight is to have its badge, or no row need have one. */
  readonly badges: 'all' | 'none';
}

/**
 * Looks at everything at once. To be evaluated in the page, by whichever driver: it must not refer to anything
 * outside itself. Where badges are still missing or wrong, nothing is told of what moved but that: to find out, every
 * badge is taken out and put back.
 */
export function auditPage({ allowed, badges: wanted }: Audited): PageAudit {
  const documents = [
    document,
    ...[...document.querySelectorAll('iframe')].flatMap((frame) => frame.contentDocument ?? []),
  ];
  const all = (css: string): HTMLElement[] =>
    documents.flatMap((each) => [...each.querySelectorAll<HTMLElement>(css)]);
  const { invoiceGrids, errors, keys, rowClicks } = window.__host;
  const truth = new Map(
    invoiceGrids
      .filter(({ element }) => element.isConnected)
      .flatMap(({ element, numberCells }) =>
        numberCells().map(({ cell, text }) => [cell, { text, grid: element }] as const),
      ),
  );
  const nameOf = (badge: Element): string =>
    badge.shadowRoot?.querySelector('[aria-label]')?.getAttribute('aria-label') ?? 'nameless';
  const badges = all('payment-sync-badge');
  const badgesIn = new Map<Element, string[]>();
  const wrong: string[] = [];
  for (const badge of badges) {
    const cell = badge.closest('td');
    const its = cell === null ? undefined : truth.get(cell);
    const right = its && allowed[its.text];
    const name = nameOf(badge);
    if (cell === null || right === undefined || (name !== right.name && name !== right.early)) {
      wrong.push(`“${name}” on ${its?.text ?? 'something else'}`);
    } else badgesIn.set(cell, [...(badgesIn.get(cell) ?? []), name]);
  }
  const missing: string[] = [];
  let inSight = 0;
  for (const [cell, { text, grid }] of truth) {
    const box = cell.getBoundingClientRect();
    const around = grid.lastElementChild?.getBoundingClientRect();
    if (around === undefined || box.bottom <= around.top || box.top >= around.bottom) continue;
    inSight += 1;
    const names = badgesIn.get(cell) ?? [];
    if (names.length > 1) wrong.push(`${names.length} badges on ${text}`);
    if (names[0] !== allowed[text]?.name) missing.push(`${text}: ${names[0] ?? 'none'}`);
  }
  if (inSight === 0) missing.push('no row in sight');

  const misplaced = badges.flatMap((badge) => {
    const shown = badge.shadowRoot?.querySelector('[aria-label] > *') ?? null;
    const box = shown?.getBoundingClientRect();
    const cell = badge.closest('td')?.getBoundingClientRect();
    const number = badge.closest('td')?.querySelector('a')?.getBoundingClientRect();
    if (shown === null || box === undefined || cell === undefined || number === undefined) return ['nothing'];
    // Where there is no room at all, the badge is there for screen readers alone.
    if (box.width === 0 || !shown.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      return [];
    const near = 0.6;
    const inside =
      box.left >= cell.left - near &&
      box.right <= cell.right + near &&
      box.top >= cell.top - near &&
      box.bottom <= cell.bottom + near;
    const beside = box.left >= number.right - near || box.right <= number.left + near;
    return inside && beside ? [] : [`${shown.textContent}: ${JSON.stringify({ box, cell, number })}`];
  });

  const measure = (): string[] =>
    all('tr, td, [id$=-listview-scroller]').map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, x, y, width, height, element.scrollWidth, element.scrollHeight].join(' ');
    });
  const findMoved = (): string[] => {
    const withBadges = measure();
    const places = badges.map((badge) => ({ badge, parent: badge.parentNode, next: badge.nextSibling }));
    for (const { badge } of places) badge.remove();
    const without = measure();
    for (const { badge, parent, next } of places.reverse()) parent?.insertBefore(badge, next);
    return withBadges.flatMap((size, at) =>
      size === without[at] ? [] : [`${size} instead of ${without[at]}`],
    );
  };
  const isDone = wrong.length === 0 && (wanted === 'none' || missing.length === 0);

  return {
    missing,
    wrong,
    misplaced,
    moved: isDone ? findMoved().slice(0, 5) : ['not measured'],
    broken: [
      ...errors,
      ...keys.map((key) => `key ${key}`),
      ...(rowClicks > 0 ? [`${rowClicks} clicks`] : []),
    ],
  };
}

/** What an audit finds where all is well. */
export const ALL_WELL: PageAudit = { missing: [], wrong: [], misplaced: [], moved: [], broken: [] };
