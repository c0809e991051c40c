import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import { formatMoment } from '@/components/format-moment';
import { headline } from '@/components/sync-panel/headline';
import { progressText } from '@/components/sync-panel/progress-text';
import type { ConnectionState } from '@/utils/messaging/protocol';
import type { RunSummary } from '@/utils/sync/run-state';

interface Props {
  readonly connection: ConnectionState;
  /** BCP 47; the browser's own when left out. */
  readonly locale?: string | undefined;
}

/** One connection at a glance: its last successful run, and how its newest run stands. */
export function ConnectionCard({ connection, locale }: Props) {
  const { name, lastRunAt, run } = connection;
  return (
    <li class="connection">
      <h2>{name}</h2>
      {run && (
        <p class={run.phase === 'failed' ? 'bad' : undefined}>
          {headline(run, locale)} {run.phase === 'running' && progressText(run, locale)}
        </p>
      )}
      {run && run.phase !== 'running' && run.done > 0 && <Counts counts={run.counts} locale={locale} />}
      <p class="quiet">
        {lastRunAt === null
          ? i18n.t('startDate.noRunYet')
          : i18n.t('panel.lastRun', { time: formatMoment(lastRunAt, locale) })}
      </p>
    </li>
  );
}

const KINDS = [
  ['updated', 'updated'],
  ['unchanged', 'unchanged'],
  ['notFound', 'not-found'],
  ['skipped', 'skipped'],
  ['failed', 'failed'],
] as const;

/** What became of the invoices, without what became of none. */
function Counts({ counts, locale }: Pick<RunSummary, 'counts'> & Pick<Props, 'locale'>) {
  return (
    <dl class="counts">
      {KINDS.filter(([, kind]) => counts[kind] > 0).map(([word, kind]) => (
        <div key={kind} data-kind={kind}>
          <dt>{i18n.t(`result.${word}`)}</dt>
          <dd>{formatCount(counts[kind], locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
