import { reasonText } from '@/components/reason-text';
import type { Reason } from '@/utils/payments/reason';
import { RemedyButton, type RemedyActions } from './remedy-button';

interface Props extends RemedyActions {
  /** What it kept from being done, as a sentence; left out where that is plain to see. */
  readonly about?: string;
  readonly reason: Reason;
  readonly locale: string | undefined;
}

/** What went wrong and what to do, with the one button that helps. */
export function ProblemNote({ about, reason, locale, ...actions }: Props) {
  return (
    <div class="problem">
      {about !== undefined && <p class="problem-about">{about}</p>}
      <p>{reasonText(reason, locale)}</p>
      <RemedyButton reason={reason} {...actions} />
    </div>
  );
}
