import type { BadgeFacts } from '@/utils/messaging/protocol';
import type { ShownPage } from '@/utils/storage/shown-page';
import type { NumberProver } from './by-numbers';
import { samePlace } from './column-place';
import { documentsOf } from './documents';
import { createScreenReader, type Captions, type Screen } from './find-screen';
import { namesCompany } from './names-company';
import { createGridReader, type Grid } from './read-grids';
import { readRows, type NumberCell } from './read-rows';
import type { GridRecognition, Recognition } from './recognition';
import { recognise } from './recognise';

/** All that is to be known of the page at one moment. */
export interface PageReading {
  readonly screen: Screen;
  readonly documents: readonly Document[];
  readonly grids: readonly Grid[];
  /** The cells that surely hold invoice numbers. */
  readonly cells: readonly NumberCell[];
  /** The headers of their columns, where there are some. */
  readonly headers: readonly Element[];
  /** What holds all of this; empty while anything may. */
  readonly roots: readonly Element[];
  readonly recognition: Recognition;
  /**
   * Whether a cell's invoice is the one its number belongs to. Where numbers alone gave the column away, a row that
   * does not name the invoice's company may stand for something else.
   */
  readonly agrees: (cell: NumberCell, facts: BadgeFacts) => boolean;
}

export interface PageReader {
  /** @param shown what users have shown of this site */
  read(shown: readonly ShownPage[]): PageReading;
  /** The address may have changed: to be called before the page does. */
  readonly navigated: () => void;
}

export function createPageReader(window: Window, captions: Captions, prover: NumberProver): PageReader {
  const { document } = window;
  const screens = createScreenReader(window, captions);
  const readGrids = createGridReader();
  return {
    navigated: () => screens.navigated(),
    read(shown) {
      const screen = screens.look(shown);
      const documents = screen.present ? documentsOf(document) : [document];
      const grids = screen.present
        ? documents.flatMap(readGrids).filter(({ table }) => screen.owns(table))
        : [];
      const recognised = recognise(grids, screen, { captions, prover });
      const columns = recognised.flatMap(({ column }) => column ?? []);
      const read = columns.map((column) => ({
        ...column,
        cells: readRows(column.grid, column.place, column.within),
      }));
      const byNumbers = new Set(
        read.filter(({ by }) => by === 'numbers').flatMap(({ cells }) => cells.map(({ cell }) => cell)),
      );
      return {
        screen,
        documents,
        grids,
        cells: read.flatMap(({ cells }) => cells),
        headers: columns.flatMap(({ grid, place }) =>
          grid.columns.filter((each) => each.place && samePlace(each.place, place)).map(({ cell }) => cell),
        ),
        roots: grids.length === 0 ? [] : [...grids.map(around), ...namesOf(screen, document)],
        recognition: {
          present: screen.present,
          unreadable: isUnreadable(recognised.map(({ report }) => report)),
          screen: screen.evidence,
          grids: recognised.map(({ report }) => report),
        },
        agrees: ({ cell, row }, { company }) => !byNumbers.has(cell) || namesCompany(row, cell, company),
      };
    },
  };
}

/** The smallest element that holds a grid with its header. */
function around({ table, header }: Grid): Element {
  let holder = table.parentElement ?? table;
  while (header !== null && holder.parentElement !== null && !holder.contains(header))
    holder = holder.parentElement;
  return holder;
}

function namesOf({ title }: Screen, document: Document): readonly Element[] {
  return [title, document.querySelector('title')].filter((element) => element !== null);
}

/** Not while Manage is being asked, and not for want of rows. */
function isUnreadable(grids: readonly GridRecognition[]): boolean {
  const isPending = grids.some(({ evidence }) => evidence.some(({ obstacle }) => obstacle === 'notAsked'));
  return !isPending && grids.some(({ rows }) => rows > 0) && grids.every(({ by }) => by === null);
}
