import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { CheckResult } from '@/utils/accounting/source';
import { remediesOf, type Remedy } from './remedies';

interface Props {
  /** `manage`, or the id of the connection. */
  readonly of: string;
  readonly name: string;
  readonly results: readonly CheckResult[];
  readonly onAllow: () => void;
  /** Opens the server's address, where the browser says what it says to no extension. */
  readonly onOpenAddress: () => void;
  readonly onRemedy: (remedy: Remedy) => void;
}

const SIGNS = { ok: '✓', warning: '!', failed: '✕' } as const;

/** The probes of one connection: verdict by sign and word, what was seen, and what to do where it went wrong. */
export function CheckList({ of, name, results, onAllow, onOpenAddress, onRemedy }: Props) {
  return (
    <>
      <h3>{name}</h3>
      <ul class="checks">
        {results.map(({ probe, verdict, evidence, reason }) => (
          <li key={probe} class={verdict}>
            <p class="verdict">
              <span class="sign" aria-hidden="true">
                {SIGNS[verdict]}
              </span>
              <strong>{i18n.t(`options.check.${verdict}`)}</strong> {probeText(probe)}
            </p>
            {evidence && <p class="evidence">{evidence}</p>}
            {reason && <p>{reasonText(reason)}</p>}
            {reason?.code === 'hostPermissionMissing' && (
              <button type="button" onClick={onAllow}>
                {i18n.t('options.allowAccess')}
              </button>
            )}
            {reason?.code === 'navUnreachable' && (
              <button type="button" onClick={onOpenAddress}>
                {i18n.t('options.check.openAddress')}
              </button>
            )}
            {reason && verdict !== 'ok' && (
              <div class="actions">
                {remediesOf(reason, of).map((remedy) => (
                  <button key={remedy.label} type="button" onClick={() => onRemedy(remedy)}>
                    {remedy.label}
                  </button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function probeText(probe: string): string {
  // Every source names its own probes, so the catalogue's types cannot know them.
  const t = i18n.t as (key: string) => string;
  return t(`check.${probe}`) || probe;
}
