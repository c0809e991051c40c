import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import { ChangeLines } from '@/components/sync-panel/change-lines';
import { KIND_WORDS } from '@/components/sync-panel/kind-words';
import type { RunState } from '@/utils/sync/run-state';

/** So many changes tell whether all is as it should be. */
const SHOWN = 5;

/** What a sync would do, in figures, and the first invoices it would change. */
export function TrialResult({ run: { counts, outcomes } }: { readonly run: RunState }) {
  const changes = outcomes.flatMap(({ change, invoiceNumber }) =>
    change ? [{ change, invoiceNumber }] : [],
  );
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
      {changes.length > 0 && (
        <>
          <h3>{i18n.t('setup.trial.changes')}</h3>
          <ul class="changes">
            {changes.slice(0, SHOWN).map(({ change, invoiceNumber }) => (
              <li key={invoiceNumber}>
                <strong>
                  <bdi>{invoiceNumber}</bdi>
                </strong>
                <ChangeLines change={change} locale={undefined} />
              </li>
            ))}
          </ul>
          {changes.length > SHOWN && (
            <p class="help">{i18n.t('setup.trial.more', { count: formatCount(changes.length - SHOWN) })}</p>
          )}
        </>
      )}
    </>
  );
}

const KINDS = ['updated', 'unchanged', 'not-found', 'skipped', 'failed'] as const;
