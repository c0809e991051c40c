/**
 * The currency that a record of Manage names. A firm that never switched on other currencies gets none from Manage; then
 * it is `homeCurrency`, or '' where that is not known either. '' is no currency of any books, so such a record is
 * skipped and never taken for one in some assumed currency.
 */
export function currencyFrom(
  {
    currency,
  }: { readonly currency?: { readonly currencyCode?: string | null | undefined } | null | undefined },
  homeCurrency: string,
): string {
  return currency?.currencyCode?.trim().toUpperCase() || homeCurrency;
}
