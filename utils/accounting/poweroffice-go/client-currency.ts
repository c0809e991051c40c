/**
 * The currency a company's ledger is kept in where the connection names no other. The API does not tell it.
 * Source: the vendor's OpenAPI description ("always presented in the client currency (NOK)").
 */
export const USUAL_CLIENT_CURRENCY = 'NOK';

/** A row whose balances and posted amounts are in the company's own currency, whatever currency it was posted in. */
export interface KeptInClientCurrency {
  readonly ClientCurrency: string;
}
