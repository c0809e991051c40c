import type { Change } from './change';
import type { Reason } from './reason';

/** What is to be done about one invoice. Notes are told with the outcome and do not stop it. */
export type Decision =
  | { readonly do: 'nothing'; readonly notes: readonly Reason[] }
  | { readonly do: 'write'; readonly change: Change; readonly notes: readonly Reason[] }
  | {
      readonly do: 'skip';
      readonly reason: Reason;
      /** The payment record of somebody else that the user may let the product take over. */
      readonly takeOver?: number;
    };
