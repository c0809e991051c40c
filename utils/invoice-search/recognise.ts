import { byCaption } from './by-caption';
import { byMarkup } from './by-markup';
import type { NumberProver } from './by-numbers';
import { byShown } from './by-shown';
import { samePlace, type ColumnPlace } from './column-place';
import type { Captions, Screen } from './find-screen';
import type { Grid } from './read-grids';
import type { ColumnStrategy, GridRecognition } from './recognition';
import { hidden, sighted, type Obstacle, type Sighting } from './sighting';

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

/** What a strategy made of one grid. */
interface Trial {
  readonly strategy: ColumnStrategy;
  readonly sighting: Sighting<Pick<InvoiceColumn, 'place' | 'within'>>;
}

/** A grid with these is none of invoices; with any other obstacle it might be one. */
const NOT_INVOICES: readonly (Obstacle | null)[] = ['numbersUnknown', 'noCandidate'];

/**
 * Finds the one column of invoice numbers in each grid of Invoice Search. What a user has shown counts first. Caption
 * and markup must not contradict each other. Only where these decide nothing on the whole screen, Manage is asked
 * about the numbers; and where grids of two kinds might then hold invoices, neither is believed.
 */
export function recognise(
  grids: readonly Grid[],
  screen: Screen,
  { captions, prover }: RecogniseOptions,
): readonly { readonly column: InvoiceColumn | null; readonly report: GridRecognition }[] {
  const told = grids.map((grid) => triedByWords(grid, screen, captions));
  const asked = told.some((trials) => trials.some(isFound))
    ? null
    : grids.map((grid) => prover.of(grid, `${screen.name.title}\n${screen.name.address}`));
  const kinds = grids.filter((_, at) => !NOT_INVOICES.includes(asked?.[at]?.obstacle ?? null)).map(kindOf);
  const isDoubtful = new Set(kinds).size > 1;

  return grids.map((grid, at) => {
    const numbers = asked?.[at];
    const trials: readonly Trial[] = [
      ...(told[at] ?? []),
      ...(numbers === undefined
        ? []
        : [{ strategy: 'numbers' as const, sighting: settle(numbers, isDoubtful) }]),
    ];
    const [trial] = trials.filter(isFound);
    const found = trial?.sighting.found ?? null;
    return {
      column: trial === undefined || found === null ? null : { grid, by: trial.strategy, ...found },
      report: {
        name: grid.name,
        inFrame: grid.table.ownerDocument.defaultView?.frameElement !== null,
        captions: grid.columns.map(({ caption }) => caption),
        rows: grid.rows.length,
        by: trial?.strategy ?? null,
        column: found && nameOf(grid, found.place),
        evidence: trials.map(({ strategy, sighting }) => ({
          strategy,
          obstacle: sighting.obstacle,
          seen: sighting.found === null ? sighting.seen : [],
        })),
      },
    };
  });
}

function triedByWords(grid: Grid, screen: Screen, captions: Captions): readonly Trial[] {
  const shown = byShown(grid, screen.shown);
  const caption = byCaption(grid, captions.numberCaptions);
  const markup = byMarkup(grid);
  const isContradicted =
    caption.found !== null && markup.found !== null && !samePlace(caption.found, markup.found);
  return [
    { strategy: 'shown', sighting: shown },
    { strategy: 'caption', sighting: settle(caption, isContradicted) },
    { strategy: 'markup', sighting: settle(markup, isContradicted) },
  ];
}

function settle(sighting: Sighting<ColumnPlace>, isContradicted: boolean): Trial['sighting'] {
  if (sighting.found === null) return sighting;
  return isContradicted ? hidden('contradicted') : sighted({ place: sighting.found, within: [] });
}

function isFound({ sighting }: Trial): boolean {
  return sighting.found !== null;
}

/** Grids that read the same are lists of the same kind. */
function kindOf({ name, columns }: Grid): string {
  return [name ?? '', ...columns.map(({ caption }) => caption)].join('\n');
}

function nameOf({ columns }: Grid, place: ColumnPlace): string {
  const column = columns.find((each) => each.place !== null && samePlace(each.place, place));
  return column?.caption ?? place.cellIndex ?? String(place.position + 1);
}
