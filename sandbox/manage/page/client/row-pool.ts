import type { GridRow } from '../grid-query.ts';
import type { RowSlot } from './grid-row.ts';
import type { HostLog } from './host-log.ts';
import type { PageOptions } from './page-options.ts';

interface RowPoolOptions {
  readonly body: HTMLTableSectionElement;
  readonly rows: readonly GridRow[];
  readonly slots: readonly RowSlot[];
  readonly options: Pick<PageOptions, 'recycling' | 'fillDelay'>;
  readonly log: HostLog;
  isSelected(row: GridRow): boolean;
}

/** A few row elements that stand for a window of many rows. The first window is filled at once, later ones a beat after. */
export function createRowPool({ body, rows, slots, options, log, isSelected }: RowPoolOptions) {
  let shownFrom = 0;
  let batches = 0;
  const fill = (slot: RowSlot): void => {
    const row = rows[slot.index];
    if (row === undefined) return;
    slot.fill(row);
    slot.mark(isSelected(row));
  };
  slots.forEach((slot, at) => {
    slot.index = at;
    fill(slot);
  });
  body.append(...slots.map((slot) => slot.element));

  /** Gives a row element another record. Every other one shows nothing meanwhile, the rest what it showed before. */
  function reuse(slot: RowSlot, index: number): void {
    slot.index = index;
    log.rowsRecycled += 1;
    if (index % 2 === 0) slot.blank();
  }

  /** Moves the rows outside the window to the places in it that no row stands for. */
  function ring(first: number): RowSlot[] {
    const byIndex = new Map(slots.map((slot) => [slot.index, slot]));
    const free = slots.filter(({ index }) => index < first || index >= first + slots.length);
    const reused = [...free];
    for (const slot of free) slot.element.remove();
    let next = body.firstElementChild;
    for (let index = first; index < first + slots.length; index++) {
      const kept = byIndex.get(index);
      if (kept) {
        next = kept.element.nextElementSibling;
        continue;
      }
      const slot = free.pop();
      if (slot === undefined) continue;
      reuse(slot, index);
      body.insertBefore(slot.element, next);
    }
    return reused;
  }

  function shift(first: number): RowSlot[] {
    slots.forEach((slot, at) => reuse(slot, first + at));
    return [...slots];
  }

  return {
    /** Number of the first row in the window that was asked for last. */
    first: (): number => shownFrom,
    slotOf: (target: Node): RowSlot | undefined => slots.find((slot) => slot.element.contains(target)),
    /** Shows the window that begins with the given row. */
    showFrom(wanted: number): void {
      const first = Math.max(0, Math.min(wanted, rows.length - slots.length));
      if (first === shownFrom) return;
      shownFrom = first;
      const reused = options.recycling === 'ring' ? ring(first) : shift(first);
      const due = reused.map((slot) => ({ slot, index: slot.index }));
      const delay = options.fillDelay ?? 60 + ((batches++ * 20) % 80);
      setTimeout(() => {
        for (const { slot, index } of due) if (slot.index === index) fill(slot);
      }, delay);
    },
    /** Shows the selection as it is now. */
    markSelected(): void {
      for (const slot of slots) {
        const row = rows[slot.index];
        if (row) slot.mark(isSelected(row));
      }
    },
  };
}
