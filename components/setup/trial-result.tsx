import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import { ChangeLines } from '@/components/sync-panel/change-lines';
import { KIND_WORDS } from '@/components/sync-panel/kind-words';
import type { OutcomePage } from '@/utils/messaging/protocol';
import type { RunState } from '@/utils/sync/run-state';

/** So many changes tell whether all is as it should be. */
const SHOWN = 5;

interface Props {
  readonly run: RunState;
  /** The invoices it would change, as far as they are listed at once. */
  readonly changes: OutcomePage;
}

/** What a sync would do, in figures, and the first invoices it would change. */
export function TrialResult({ run: { counts }, changes }: Props) {
  const first = changes.outcomes
    .slice(0, SHOWN)
    .flatMap(({ change, invoiceNumber }) => (change ? [{ change, invoiceNumber }] : []));
  return (
    <>
      <dl class="counts">
        {KINDS.map((kind) => (
          <div key={kind}>
            <dt>{i18n.t(KIND_WORDS[kind])}</dt>
            <dd>{formatCount(counts[kind])}</dd>
          </div>
        ))}
      </dl>
      {first.length > 0 && (
        <>
          <h3>{i18n.t('setup.trial.changes')}</h3>
          <ul class="changes">
            {first.map(({ change, invoiceNumber }) => (
              <li key={invoiceNumber}>
                <strong>
                  <bdi>{invoiceNumber}</bdi>
                </strong>
                <ChangeLines change={change} locale={undefined} />
              </li>
            ))}
          </ul>
          {changes.total > first.length && (
            <p class="help">
              {i18n.t('setup.trial.more', { count: formatCount(changes.total - first.length) })}
            </p>
          )}
        </>
      )}
    </>
  );
}

const KINDS = ['updated', 'unchanged', 'not-found', 'skipped', 'failed'] as const;
