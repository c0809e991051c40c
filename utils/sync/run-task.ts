import type { Reason } from '@/utils/payments/reason';
import type { ChangeQuery } from '@/utils/accounting/source';

/** What a run is about, complete enough to go on with it in another life of the worker. */
export type RunTask =
  | {
      readonly kind: 'changes';
      readonly query: ChangeQuery;
      /** Why it begins elsewhere than was asked for. */
      readonly because?: Reason;
    }
  /** Given invoices, whatever happened to them when. */
  | { readonly kind: 'numbers'; readonly numbers: readonly string[] }
  /** What another run wrote, taken back. */
  | { readonly kind: 'undo'; readonly runId: string };
