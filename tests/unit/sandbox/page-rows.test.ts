// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GridRow } from '@/sandbox/manage/page/grid-query';
import { createRowSlot } from '@/sandbox/manage/page/client/grid-row';
import type { HostLog } from '@/sandbox/manage/page/client/host-log';
import type { Recycling, Refill } from '@/sandbox/manage/page/client/page-options';
import { createRowPool } from '@/sandbox/manage/page/client/row-pool';
import type { Column } from '@/sandbox/manage/page/client/screens';

const COLUMNS: readonly Column[] = [
  { id: 'number', width: 100, opens: true },
  { id: 'company', width: 100 },
];
const css = (...names: readonly string[]): string => names.join(' ');
const row = (recId: number): GridRow => ({
  recId,
  cells: { number: `N${recId}`, company: `Company ${recId}` },
});

const slotWith = (refill: Refill): ReturnType<typeof createRowSlot> =>
  createRowSlot(document, COLUMNS, css, { refill, numbering: 'both' });

describe('a row of the grid', () => {
  it('numbers its cells from 1, and neither the checkbox before them nor the fillers behind', () => {
    const { element } = slotWith('contents');
    expect([...element.cells].map((cell) => cell.getAttribute('cellindex'))).toEqual([
      null,
      '1',
      '2',
      null,
      null,
    ]);
    expect(element.querySelector('td:first-child > .x-grid-row-checker')).not.toBeNull();
    expect(element.matches('tr.cw-ml-row')).toBe(true);
  });

  it('shows hostile data as text, in full in the title', () => {
    const slot = slotWith('contents');
    const hostile = '<img src=x onerror="alert(1)">';
    slot.fill({ recId: 1, cells: { number: hostile } });
    expect(slot.element.querySelector('img')).toBeNull();
    expect(slot.element.querySelector('td[cellindex="1"] > div > a.multilineClickable')?.textContent).toBe(
      hostile,
    );
    expect(slot.element.querySelector('td[cellindex="1"] > div')?.getAttribute('title')).toBe(hostile);
  });

  it.each<[Refill, { inDiv: boolean; inCell: boolean }]>([
    ['contents', { inDiv: false, inCell: true }],
    ['text', { inDiv: true, inCell: true }],
    ['cell', { inDiv: false, inCell: false }],
  ])('filled anew by %s keeps or wipes what others put into it', (refill, survives) => {
    const slot = slotWith(refill);
    slot.fill(row(1));
    const cell = slot.element.querySelector('td[cellindex="1"]');
    const inCell = document.createElement('i');
    const inDiv = document.createElement('i');
    cell?.append(inCell);
    cell?.firstElementChild?.append(inDiv);
    slot.fill(row(2));
    expect(cell?.querySelector('a')?.textContent).toBe('N2');
    expect({ inDiv: inDiv.isConnected || cell?.contains(inDiv), inCell: cell?.contains(inCell) }).toEqual(
      survives,
    );
  });
});

describe('the rows in the window', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function poolOf(recycling: Recycling) {
    const body = document.createElement('tbody');
    const rows = Array.from({ length: 30 }, (_, at) => row(at));
    const slots = Array.from({ length: 10 }, () => slotWith('text'));
    const log = { rowsRecycled: 0 } as HostLog;
    const options = { recycling, fillDelay: null };
    const pool = createRowPool({ body, rows, slots, options, log, isSelected: () => false });
    const shown = (): string[] => [...body.querySelectorAll('a')].map(({ textContent }) => textContent);
    return { pool, log, body, shown };
  }
  const numbers = (from: number): string[] => Array.from({ length: 10 }, (_, at) => `N${from + at}`);

  it('are filled at once to begin with', () => {
    expect(poolOf('ring').shown()).toEqual(numbers(0));
  });

  it.each<Recycling>(['ring', 'shift'])(
    'are the same elements after scrolling, filled a beat later (%s)',
    (recycling) => {
      const { pool, body, shown } = poolOf(recycling);
      const elements = new Set(body.children);
      for (const first of [3, 5, 2, 20]) {
        pool.showFrom(first);
        vi.advanceTimersByTime(59);
        expect(shown()).not.toEqual(numbers(first));
        vi.advanceTimersByTime(61);
        expect(shown()).toEqual(numbers(first));
      }
      expect(new Set(body.children)).toEqual(elements);
    },
  );

  it('show nothing, or what they showed before, until they are filled', () => {
    const { pool, shown } = poolOf('ring');
    pool.showFrom(4);
    expect(shown().slice(0, 6)).toEqual(numbers(4).slice(0, 6));
    expect(
      shown()
        .slice(6)
        .filter((text) => text === ''),
    ).toHaveLength(2);
    for (const text of shown().slice(6)) expect(['', 'N0', 'N1', 'N2', 'N3']).toContain(text);
  });

  it('only ever get the record of the place they stand for last', () => {
    const { pool, shown } = poolOf('shift');
    pool.showFrom(10);
    vi.advanceTimersByTime(30);
    pool.showFrom(15);
    vi.advanceTimersByTime(40);
    expect(shown()).not.toContain('N10');
    vi.runAllTimers();
    expect(shown()).toEqual(numbers(15));
  });

  it('stay within the records there are', () => {
    const { pool, shown } = poolOf('ring');
    pool.showFrom(99);
    vi.runAllTimers();
    expect(shown()).toEqual(numbers(20));
    pool.showFrom(-5);
    vi.runAllTimers();
    expect(shown()).toEqual(numbers(0));
  });

  it('count how often they were used again', () => {
    const ring = poolOf('ring');
    ring.pool.showFrom(3);
    expect(ring.log.rowsRecycled).toBe(3);
    const shift = poolOf('shift');
    shift.pool.showFrom(3);
    expect(shift.log.rowsRecycled).toBe(10);
  });
});
