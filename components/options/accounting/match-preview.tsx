import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import { reasonText } from '@/components/reason-text';
import type { Answer } from '@/utils/messaging/protocol';
import type { MatchPreview as Preview, MatchLine } from '@/utils/payments/match-preview';
import type { NumberRule } from '@/utils/payments/number-rule';
import { suggestionsFor } from '@/utils/payments/suggest-rules';
import { ruleInWords } from './rule-in-words';

interface Props {
  /** Tries what stands in the form now. */
  readonly onTry: () => Promise<Answer<Preview>>;
  readonly onUse: (rule: NumberRule) => void;
  /** Whether it is tried without being asked, once it is shown. */
  readonly atOnce?: boolean;
}

const KINDS = ['matched', 'not-found', 'ambiguous'] as const satisfies readonly MatchLine['is'][];
const WORDS = { matched: 'matched', 'not-found': 'notFound', ambiguous: 'ambiguous' } as const;

/** What the last invoices of the books match in Manage by the rule in the form, and which rule would match more. */
export function MatchPreview({ onTry, onUse, atOnce = false }: Props) {
  const [busy, setBusy] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState('');

  const tryOut = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    const answer = await onTry().catch(() => null);
    setPreview(answer?.ok ? answer.value : null);
    if (!answer?.ok) setProblem(answer === null ? i18n.t('options.noAnswer') : reasonText(answer.reason));
    setBusy(false);
  };
  useEffect(() => {
    if (atOnce) void tryOut();
  }, []);
  const suggestions = useMemo(() => (preview === null ? [] : suggestionsFor(preview)), [preview]);
  return (
    <div class="field">
      <div class="actions">
        <button type="button" aria-disabled={busy} onClick={() => !busy && void tryOut()}>
          {i18n.t('options.matching.try')}
        </button>
      </div>
      <p class="help">{i18n.t('options.matching.tryHelp')}</p>
      <p role="status" class={problem === '' ? '' : 'notice bad'}>
        {busy ? i18n.t('options.matching.trying') : problem || (preview && summary(preview))}
      </p>
      {!busy && suggestions.length > 0 && (
        <ul class="suggestions">
          {suggestions.map(({ rule, more }) => (
            <li key={JSON.stringify(rule)}>
              <p>{i18n.t('options.matching.suggestion', more, { rule: ruleInWords(rule) })}</p>
              <button type="button" onClick={() => onUse(rule)}>
                {i18n.t('options.matching.use')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {!busy && preview && preview.lines.length > 0 && (
        <details class="fold">
          <summary>{i18n.t('options.matching.lines')}</summary>
          <ul>
            {preview.lines.map(({ inBooks, inManage, is }) => (
              <li key={inBooks}>
                {inBooks} → {inManage ?? '–'}: {i18n.t(`options.matching.${WORDS[is]}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function summary({ lines }: Preview): string {
  if (lines.length === 0) return i18n.t('options.matching.nothing');
  return KINDS.map((kind) => {
    const count = lines.filter(({ is }) => is === kind).length;
    return `${i18n.t(`options.matching.${WORDS[kind]}`)}: ${formatCount(count)}`;
  }).join(', ');
}
