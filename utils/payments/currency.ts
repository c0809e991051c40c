/**
 * Currencies whose minor unit is not a hundredth (ISO 4217, list one). Intl's own digits follow CLDR, which
 * differs. A map, since a currency code comes from outside and must not reach an object's inherited names.
 */
const EXCEPTIONS: ReadonlyMap<string, number> = new Map([
  ...each(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...each(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...each(4, 'CLF UYW'),
]);

/**
 * How many decimals the minor unit of an ISO 4217 currency has: 2 for NOK, 0 for JPY, 3 for KWD. Codes are upper
 * case, as ISO 4217 writes them; a code it does not list is taken to have hundredths.
 */
export function minorUnitDigits(currency: string): number {
  return EXCEPTIONS.get(currency) ?? 2;
}

function each(digits: number, codes: string): [string, number][] {
  return codes.split(' ').map((code) => [code, digits]);
}
