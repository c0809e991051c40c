import { reasonText } from '@/components/reason-text';
import type { Reason } from '@/utils/payments/reason';
import { RemedyButton, type RemedyActions } from './remedy-button';

interface Props extends RemedyActions {
  readonly reason: Reason;
  readonly locale: string | undefined;
}

/** What went wrong and what to do, with the one button that helps. */
export function ProblemNote({ reason, locale, ...actions }: Props) {
  return (
    <div class="problem">
      <p>{reasonText(reason, locale)}</p>
      <RemedyButton reason={reason} {...actions} />
    </div>
  );
}
