import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import { ChangeLines } from '@/components/sync-panel/change-lines';
import { KIND_WORDS } from '@/components/sync-panel/kind-words';
import type { InvoiceCheck } from '@/utils/messaging/invoice-card';
import type { InvoiceCardState, WriteResult } from './use-invoice-card';

interface Props {
  readonly state: InvoiceCardState;
  readonly locale: string | undefined;
  readonly onCheck: () => void;
  readonly onWrite: (connectionId: string) => void;
}

/**
 * Check now, what it found, and the offer to write it. Buttons stay focusable while they are switched off; the one
 * that writes gives its place back when it goes.
 */
export function CheckSection({ state, locale, onCheck, onWrite }: Props) {
  const { busy, check, result, refusal } = state;
  const checkButton = useRef<HTMLButtonElement>(null);
  const writeHadFocus = useRef(false);
  const section = useRef<HTMLDivElement>(null);
  const differs = check?.outcome?.kind === 'updated' ? check.outcome.change : undefined;
  const connectionId = check?.connectionId ?? null;

  useEffect(() => {
    if (differs !== undefined || !writeHadFocus.current) return;
    writeHadFocus.current = false;
    // Only where nobody has taken the focus meanwhile.
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) checkButton.current?.focus();
  }, [differs]);

  // What was found stands above the button that was pressed, and moves it down: neither is to be looked for.
  useEffect(() => {
    if (check !== null || result !== null || refusal !== null)
      section.current?.scrollIntoView({ block: 'nearest' });
  }, [check, result, refusal]);

  return (
    <div class="check" ref={section}>
      <div role="status" class="verdict">
        {busy !== null && busy !== 'reading' && <p>{i18n.t(BUSY_WORDS[busy])}</p>}
        {busy === null && check && <p>{verdictText(check)}</p>}
        {busy === null && result && <p>{resultText(result, locale)}</p>}
      </div>
      {differs && <ChangeLines change={differs} locale={locale} />}
      {reasonsOf(state, locale).map((text) => (
        <p key={text} class="quiet">
          {text}
        </p>
      ))}
      {refusal && (
        <p role="alert" class="problem">
          {reasonText(refusal, locale)}
        </p>
      )}
      <div class="buttons">
        {differs && connectionId !== null && (
          <button
            type="button"
            class="primary"
            aria-disabled={busy !== null}
            onFocus={() => (writeHadFocus.current = true)}
            onClick={() => busy === null && onWrite(connectionId)}
          >
            {i18n.t('card.write')}
          </button>
        )}
        <button
          type="button"
          ref={checkButton}
          aria-disabled={busy !== null}
          onClick={() => busy === null && onCheck()}
        >
          {i18n.t('card.check')}
        </button>
      </div>
    </div>
  );
}

const BUSY_WORDS = {
  checking: 'card.checking',
  writing: 'card.writing',
  waiting: 'card.waits',
} as const;

function verdictText({ connectionId, outcome }: InvoiceCheck): string {
  if (connectionId === null) return i18n.t('card.notInAnyBooks');
  switch (outcome?.kind) {
    case 'updated':
      return i18n.t('card.differs');
    case 'unchanged':
      return i18n.t('card.agrees');
    case 'not-found':
    case 'skipped':
    case 'failed':
      return i18n.t(KIND_WORDS[outcome.kind]);
    case undefined:
      return i18n.t('card.nothingToCompare');
  }
}

function resultText({ outcome, failure }: WriteResult, locale: string | undefined): string {
  if (failure !== null) return reasonText(failure, locale);
  switch (outcome?.kind) {
    case 'updated':
      return i18n.t('card.done');
    case 'not-found':
    case 'skipped':
    case 'failed':
      return i18n.t(KIND_WORDS[outcome.kind]);
    case 'unchanged':
    case undefined:
      return i18n.t('card.nothingWritten');
  }
}

/** Why it is so, and what else a reader should know. */
function reasonsOf({ check, result }: InvoiceCardState, locale: string | undefined): readonly string[] {
  return (result?.outcome ?? check?.outcome)?.reasons.map((each) => reasonText(each, locale)) ?? [];
}
