import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { Reason } from '@/utils/payments/reason';

interface Props {
  readonly reason: Reason;
  readonly onOpenOptions: () => void;
}

/** Stands in place of the controls while nothing can be run: why, and the way out. */
export function NotConnected({ reason, onOpenOptions }: Props) {
  return (
    <div class="not-connected">
      <p>{reasonText(reason)}</p>
      <button type="button" class="primary" onClick={onOpenOptions}>
        {i18n.t('panel.openSettings')}
      </button>
    </div>
  );
}
