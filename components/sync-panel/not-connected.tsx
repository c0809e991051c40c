import { reasonText } from '@/components/reason-text';
import type { Reason } from '@/utils/payments/reason';
import { RemedyButton, type RemedyActions } from './remedy-button';

interface Props extends RemedyActions {
  readonly reason: Reason;
  readonly locale: string | undefined;
}

/** Stands in place of the controls while nothing can be run: why, and the way out. */
export function NotConnected({ reason, locale, ...actions }: Props) {
  return (
    <div class="not-connected">
      <p>{reasonText(reason, locale)}</p>
      <RemedyButton reason={reason} primary {...actions} />
    </div>
  );
}
