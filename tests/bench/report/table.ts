import type { Figure } from '../bench';
import { figureText } from './figure-text';

/** Rows and columns of texts, the first row being the heading. */
export type Table = readonly (readonly string[])[];

/**
 * Figures as a table: a row for each thing that was measured under a name of its own (`by`), a column for each kind of
 * figure. Where nothing has a name of its own, each figure is a row. The unit is added where the kind does not say it.
 */
export function tableOf(figures: readonly Figure[]): Table {
  const whats = [...new Map(figures.map(({ what, unit }) => [what, unit]))];
  const rows = [...new Set(figures.map(({ by = '' }) => by))];
  const heading = whats.map(([what, unit]) =>
    unit === '' || what.includes(unit) ? what : `${what}, ${unit}`,
  );
  if (rows.length === 1 && rows[0] === '') {
    return [['', 'figure'], ...figures.map((figure, at) => [heading[at] ?? '', figureText(figure)])];
  }
  return [
    ['', ...heading],
    ...rows.map((row) => [
      /^\d+$/.test(row) ? Number(row).toLocaleString('en') : row,
      ...whats.map(([what]) => {
        const figure = figures.find((each) => each.what === what && (each.by ?? '') === row);
        return figure === undefined ? '' : figureText(figure);
      }),
    ]),
  ];
}

/** A table in Markdown. */
export function markdownTable([heading = [], ...rows]: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = heading.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(heading), line(rule), ...rows.map(line)].join('\n');
}
