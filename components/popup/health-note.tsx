import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { Health } from '@/utils/payments/health';
import { remedyWords } from './remedy-words';

interface Props {
  readonly health: Health;
  /** Whose trouble it is, where that has to be said; else ''. */
  readonly name: string;
  /** The answer to what was pressed is awaited. */
  readonly busy: boolean;
  readonly onPress: () => void;
}

/** What needs a person: one sentence, and the one button that helps. */
export function HealthNote({ health, name, busy, onPress }: Props) {
  const { reason, remedy } = health;
  return (
    <section class="health" aria-label={i18n.t('popup.attention')}>
      <p>
        {name !== '' && <strong>{name}: </strong>}
        {reasonText(reason)}
      </p>
      <button type="button" class="primary" aria-disabled={busy} onClick={() => !busy && onPress()}>
        {remedyWords(remedy)}
      </button>
    </section>
  );
}
