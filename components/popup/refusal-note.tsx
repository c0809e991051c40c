import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { Remedy } from '@/utils/payments/remedy';
import { remedyWords } from './remedy-words';
import type { Refusal } from './use-overview';

interface Props {
  readonly refusal: Refusal | 'no answer' | null;
  /** Whose run was refused, where that has to be said; else ''. */
  readonly name: string;
  /** The press that helps, unless it is offered already. */
  readonly remedy: Remedy | null;
  /** The answer to what was pressed is awaited. */
  readonly busy: boolean;
  readonly onPress: (remedy: Remedy) => void;
}

/** Why what was pressed last was refused, read out at once, and the one button that helps. */
export function RefusalNote({ refusal, name, remedy, busy, onPress }: Props) {
  return (
    <>
      <p role="status" class={refusal === null ? undefined : 'refusal'}>
        {name !== '' && `${name}: `}
        {refusal === 'no answer' ? i18n.t('popup.noAnswer') : refusal && reasonText(refusal.reason)}
      </p>
      {remedy && (
        <div class="actions">
          <button type="button" aria-disabled={busy} onClick={() => !busy && onPress(remedy)}>
            {remedyWords(remedy)}
          </button>
        </div>
      )}
    </>
  );
}
