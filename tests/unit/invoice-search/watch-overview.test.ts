// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { placesOf } from '@/utils/invoice-search/in-view';
import type { Grid } from '@/utils/invoice-search/read-grids';
import type { NumberCell } from '@/utils/invoice-search/read-rows';
import { watchOverview, type Overview } from '@/utils/invoice-search/watch-overview';
import type { BadgeFacts } from '@/utils/messaging/protocol';
import { factsOf } from './support/facts';

type Box = readonly [left: number, top: number, width: number, height: number];

/** An element that is laid out so, which this DOM does not do itself. */
function laidOut(tag: string, [left, top, width, height]: Box, parent: Element): HTMLElement {
  const element = document.createElement(tag);
  element.getBoundingClientRect = () => new DOMRect(left, top, width, height);
  parent.append(element);
  return element;
}

let told: (Overview | null)[];
let grids: readonly Pick<Grid, 'table' | 'header'>[];
let cells: readonly NumberCell[];
let watch: ReturnType<typeof watchOverview>;

/** A grid of ten rows of 20 px, of which a scroller 100 px high and 300 px wide shows the third to the seventh. */
beforeEach(() => {
  told = [];
  watch = watchOverview((overview) => told.push(overview));
  document.body.replaceChildren();
  document.body.getBoundingClientRect = () => new DOMRect(0, 0, 1024, 768);
  document.documentElement.getBoundingClientRect = () => new DOMRect(0, 0, 1024, 768);
  const frame = laidOut('div', [50, 80, 300, 120], document.body);
  frame.style.overflow = 'hidden';
  const header = laidOut('div', [50, 80, 900, 20], frame);
  const scroller = laidOut('div', [50, 100, 300, 100], frame);
  scroller.style.overflow = 'auto';
  const table = laidOut('table', [50, 60, 900, 200], scroller);
  cells = Array.from({ length: 10 }, (_, at) => {
    const cell = laidOut('td', [50, 60 + 20 * at, 100, 20], table);
    return { cell, row: table, number: String(at + 1), within: [] };
  });
  grids = [{ table, header }];
});

const known =
  (state: BadgeFacts['state'] = 'unpaid') =>
  () =>
    factsOf(state, state === 'paid' ? undefined : 0);

test('adds up the rows that can be seen, and no others', () => {
  watch.look(grids, placesOf(cells));
  watch.tell(({ number }) => (number === '3' ? factsOf('paid') : factsOf('unpaid', 0)));
  const [currency] = told[0]?.currencies ?? [];
  expect([currency?.paid.count, currency?.open.count]).toEqual([1, 4]);
});

test('lies where the grid begins, as wide as can be seen of it', () => {
  watch.look(grids, placesOf(cells));
  watch.tell(known());
  expect(told[0]?.at).toEqual({ left: 50, top: 80, width: 300 });
});

test('says nothing while nothing has changed', () => {
  for (let at = 0; at < 3; at += 1) {
    watch.look(grids, placesOf(cells));
    watch.tell(known());
  }
  expect(told).toHaveLength(1);
  watch.tell(known('paid'));
  expect(told).toHaveLength(2);
});

test('is gone with what is known of the rows, and with the grid', () => {
  watch.look(grids, placesOf(cells));
  watch.tell(() => undefined);
  expect(told).toEqual([]);
  watch.tell(known());
  watch.tell(() => undefined);
  watch.tell(known());
  watch.look([], []);
  watch.tell(known());
  expect(told.map((each) => each === null)).toEqual([false, true, false, true]);
});
