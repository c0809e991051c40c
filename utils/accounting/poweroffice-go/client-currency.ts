/**
 * The currency a client's ledger is kept in. Balances and posted amounts are always in it.
 * Source: the vendor's OpenAPI description ("always presented in the client currency (NOK)").
 */
export const CLIENT_CURRENCY = 'NOK';
