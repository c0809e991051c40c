import { i18n } from '#i18n';
import type {
  ColumnEvidence,
  GridRecognition,
  Recognition,
  ScreenEvidence,
} from '@/utils/invoice-search/recognition';

/** How a page was read, as lines of text to read or to send to somebody. It names captions and titles, no invoice. */
export function recognitionText({ screen, grids }: Recognition): string {
  return [
    i18n.t('recognition.screen'),
    ...screen.map(screenLine),
    ...(grids.length === 0 ? [i18n.t('recognition.noGrid')] : grids.flatMap(gridLines)),
  ].join('\n');
}

function screenLine({ strategy, proves, seen }: ScreenEvidence): string {
  const verdict = proves ? i18n.t('recognition.proves') : i18n.t('recognition.provesNot');
  return `  ${i18n.t(`recognition.by.${strategy}`)}: ${verdict}${listed(seen)}`;
}

function gridLines(grid: GridRecognition, at: number): string[] {
  const { name, inFrame, captions, rows, by, column, evidence } = grid;
  return [
    `${i18n.t('recognition.grid', { at: String(at + 1) })}${listed([name ?? '', inFrame ? i18n.t('recognition.inFrame') : ''])}`,
    `  ${i18n.t('recognition.rows', { rows: String(rows) })}`,
    `  ${i18n.t('recognition.captions')}${listed(captions)}`,
    by === null
      ? `  ${i18n.t('recognition.noColumn')}`
      : `  ${i18n.t('recognition.column', { column: column ?? '', by: i18n.t(`recognition.by.${by}`) })}`,
    ...evidence.map(columnLine),
  ];
}

function columnLine({ strategy, obstacle, seen }: ColumnEvidence): string {
  const verdict =
    obstacle === null ? i18n.t('recognition.proves') : i18n.t(`recognition.obstacle.${obstacle}`);
  return `  ${i18n.t(`recognition.by.${strategy}`)}: ${verdict}${obstacle === null ? '' : listed(seen)}`;
}

function listed(texts: readonly string[]): string {
  const said = texts.filter((text) => text !== '');
  return said.length === 0 ? '' : ` (${said.join(' | ')})`;
}
