/** Whether a kind of settlement counts as paid, or is told apart from it. */
export type Counted = 'paid' | 'apart';

/** What a firm counts as paid. */
export interface PaidRule {
  /** Cash discounts and payment tolerances; they count only along with a payment. */
  readonly discounts: Counted;
  /** Credit notes applied to the invoice. */
  readonly credits: Counted;
  /** What was written off as lost. */
  readonly writeOffs: Counted;
  /**
   * So much may remain of an invoice on which something was paid, and it is paid in full: a decimal text such as
   * `0.50`, in the invoice's own currency.
   */
  readonly tolerance: string;
}

/** Discounts and tolerances that closed the rest count; credits and write-offs are told apart; nothing is rounded. */
export const USUALLY_PAID: PaidRule = {
  discounts: 'paid',
  credits: 'apart',
  writeOffs: 'apart',
  tolerance: '0',
};
