import { byCaption } from './by-caption';
import { byMarkup } from './by-markup';
import type { NumberProver } from './by-numbers';
import { byShown } from './by-shown';
import { samePlace, type ColumnPlace } from './column-place';
import type { Captions, Screen } from './find-screen';
import type { Grid } from './read-grids';
import type { ColumnEvidence, ColumnStrategy, GridRecognition } from './recognition';
import { hidden, type Sighting } from './sighting';

/** A column of a grid that surely holds invoice numbers. */
export interface InvoiceColumn {
  readonly grid: Grid;
  readonly by: ColumnStrategy;
  readonly place: ColumnPlace;
  /** The way from a cell to the number in it; empty where the cell is all number. */
  readonly within: readonly number[];
}

export interface RecogniseOptions {
  readonly captions: Captions;
  readonly prover: NumberProver;
}

/**
 * Finds the one column of invoice numbers in a grid of Invoice Search. What a user has shown counts first. Caption
 * and markup must not contradict each other. Only where none of these decides, Manage is asked about the numbers.
 */
export function recognise(
  grid: Grid,
  screen: Screen,
  { captions, prover }: RecogniseOptions,
): { readonly column: InvoiceColumn | null; readonly report: GridRecognition } {
  const shown = byShown(grid, screen.shown);
  const caption = byCaption(grid, captions.numberCaptions);
  const markup = byMarkup(grid);
  const isContradicted =
    caption.found !== null && markup.found !== null && !samePlace(caption.found, markup.found);
  const isDecided = shown.found !== null || (!isContradicted && (caption.found ?? markup.found) !== null);
  const numbers = isDecided ? null : prover.of(grid, `${screen.name.title}\n${screen.name.address}`);

  const contradicted = isContradicted ? hidden('several-number-columns') : null;
  const tried: readonly (readonly [ColumnStrategy, Sighting<unknown>, ColumnPlace | null])[] = [
    ['shown', shown, shown.found?.place ?? null],
    ['caption', contradicted ?? caption, contradicted ? null : caption.found],
    ['markup', contradicted ?? markup, contradicted ? null : markup.found],
    ...(numbers === null ? [] : [['numbers', numbers, numbers.found] as const]),
  ];
  const [by, , place] = tried.find(([, , found]) => found !== null) ?? [null, null, null];
  const column =
    by === null || place === null ? null : { grid, by, place, within: shown.found?.within ?? [] };
  return {
    column,
    report: {
      name: grid.name,
      inFrame: grid.table.ownerDocument.defaultView?.frameElement !== null,
      captions: grid.columns.map((each) => each.caption),
      rows: grid.rows.length,
      by,
      column: place && nameOf(grid, place),
      evidence: tried.map(([strategy, sighting]) => evidenceOf(strategy, sighting)),
    },
  };
}

function evidenceOf(strategy: ColumnStrategy, { obstacle, ...sighting }: Sighting<unknown>): ColumnEvidence {
  return { strategy, obstacle, seen: 'seen' in sighting ? sighting.seen : [] };
}

function nameOf({ columns }: Grid, place: ColumnPlace): string {
  const column = columns.find((each) => each.place !== null && samePlace(each.place, place));
  return column?.caption ?? place.cellIndex ?? String(place.position + 1);
}
