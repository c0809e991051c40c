import { i18n } from '#i18n';
import type { Answer, BadgeFactsByNumber } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';
import type { ShownPage } from '@/utils/storage/shown-page';
import { readText } from '../caption';
import type { PageReading } from '../read-page';
import { readNumber } from '../read-number';
import { readRows } from '../read-rows';
import type { KeyGuard } from '../key-guard';
import { createGuideView } from './guide-view';
import { hearAll } from './hear-all';
import { judgeShown } from './judge-shown';
import { shownPageOf, type Pointed } from './shown-page-of';
import { ARROWS, nextCell, type Arrow } from './walk-cells';

/** Long enough to read that it is learnt, in milliseconds. */
const READ_MS = 10_000;
/** As many numbers as one question holds. */
const MOST = 100;

export interface GuideOptions {
  readonly window: Window;
  readonly keys: KeyGuard;
  /** The page as it is now. */
  readonly read: () => PageReading;
  readonly ask: (numbers: readonly string[]) => Promise<Answer<BadgeFactsByNumber>>;
  /** Keeps what was shown, for good. */
  readonly keep: (page: ShownPage) => Promise<Answer<null>>;
  readonly reasonText: (reason: Reason) => string;
  /** Ends it early, as when the user goes to another screen. */
  readonly signal: AbortSignal;
  readonly onKept: (page: ShownPage) => void;
}

/**
 * Lets the user show one invoice number, by pointer or by keyboard, and learns from it where invoice numbers are on
 * this page. Manage is asked whether that can be true. Esc ends it.
 */
export function startGuide(options: GuideOptions): void {
  const { window, keys, read, ask, keep, reasonText, signal, onKept } = options;
  const { document } = window;
  const ending = new AbortController();
  const focused = focusedIn(document);
  let marked: Element | null = null;
  let isAsking = false;

  const end = (): void => {
    ending.abort();
    view.remove();
    if (focused?.isConnected) focused.focus();
  };
  const view = createGuideView(document, end);
  signal.addEventListener('abort', end, { signal: ending.signal });

  const pointedAt = (target: Element): Pointed | null => {
    for (const grid of read().grids) {
      const row = grid.rows.find((each) => each.contains(target));
      const cell = [...(row?.children ?? [])].find((each) => each.contains(target));
      if (row !== undefined && cell !== undefined) return { grid, row, cell, target };
    }
    return null;
  };
  const mark = (cell: Element | null): void => {
    marked = cell;
    view.mark(cell);
  };

  async function choose(target: Element): Promise<void> {
    const pointed = pointedAt(target);
    if (pointed === null || isAsking) return isAsking ? undefined : view.say(i18n.t('guide.noCell'));
    mark(pointed.cell);
    view.say(i18n.t('guide.asking'));
    isAsking = true;
    const words = await learn(pointed).catch(() => i18n.t('panel.outOfReach'));
    isAsking = false;
    if (!ending.signal.aborted && words !== null) view.say(words);
  }

  /** Null once it is learnt; else why not, in words. */
  async function learn(pointed: Pointed): Promise<string | null> {
    const shown = shownPageOf(pointed, read().screen.name);
    const number = shown && readNumber(pointed.cell, shown.page.within);
    if (shown === null || number === null) return i18n.t('guide.notAgain');
    const cells = readRows(pointed.grid, shown.place, shown.page.within);
    const numbers = [...new Set([number, ...cells.map((each) => each.number)])].slice(0, MOST);
    const facts = await ask(numbers);
    if (!facts.ok) return reasonText(facts.reason);
    const judgement = judgeShown(number, numbers, facts.value);
    if (judgement.is === 'unknown') return i18n.t('guide.unknown', { text: judgement.text });
    if (judgement.is === 'few-known') {
      return i18n.t('guide.fewKnown', { known: String(judgement.known), read: String(judgement.read) });
    }
    const kept = await keep(shown.page);
    if (!kept.ok) return reasonText(kept.reason);
    if (ending.signal.aborted) return null;
    hearing.abort();
    mark(null);
    view.finish(i18n.t('guide.learnt'));
    onKept(shown.page);
    const closing = window.setTimeout(end, READ_MS);
    ending.signal.addEventListener('abort', () => window.clearTimeout(closing));
    return null;
  }

  const hearing = new AbortController();
  ending.signal.addEventListener('abort', () => hearing.abort());
  hearAll(
    read().documents,
    keys,
    {
      onPoint: (target) => mark(pointedAt(target)?.cell ?? null),
      onClick: (target) => void choose(target),
      onScroll: () => view.mark(marked?.isConnected ? marked : null),
      onKey(key) {
        if (key === 'Escape') end();
        else if (isArrow(key)) {
          mark(nextCell(read().grids, marked, key));
          marked?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          view.mark(marked);
          view.focus();
          view.say(marked === null ? i18n.t('guide.noCell') : readText(marked));
        } else if (key === 'Enter' && marked !== null && !view.isOnButton()) void choose(marked);
        else return false;
        return true;
      },
    },
    hearing.signal,
  );
  view.say(i18n.t('guide.how'));
  view.focus();
}

function isArrow(key: string): key is Arrow {
  return ARROWS.some((arrow) => arrow === key);
}

/** The focus, even where it is in a shadow root. */
function focusedIn(document: Document): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at as HTMLElement | null;
}
