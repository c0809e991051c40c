import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { CheckResult } from '@/utils/accounting/source';
import { probeText } from './probe-text';
import { remediesOfLine, type Remedy } from './remedies';

interface Props {
  /** `manage`, or the id of the connection. */
  readonly of: string;
  readonly result: CheckResult;
  readonly onAllow: () => void;
  readonly onOpenAddress: () => void;
  readonly onRemedy: (remedy: Remedy) => void;
  /** What else can be done about it. */
  readonly children: ComponentChildren;
}

const SIGNS = { ok: '✓', warning: '!', failed: '✕' } as const;

/** One probe: how it went, what was seen, what to do, and the buttons that do it. */
export function CheckLine({ of, result, onAllow, onOpenAddress, onRemedy, children }: Props) {
  const { probe, verdict, evidence, reason } = result;
  const remedies = remediesOfLine(result, of);
  return (
    <li class={verdict}>
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
      {remedies.length > 0 && (
        <div class="actions">
          {remedies.map((remedy) => (
            <button key={remedy.label} type="button" onClick={() => onRemedy(remedy)}>
              {remedy.label}
            </button>
          ))}
        </div>
      )}
      {children}
    </li>
  );
}
