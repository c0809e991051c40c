/** Currencies whose minor unit is not a hundredth (ISO 4217, list one). Intl's own digits follow CLDR, which differs. */
const EXCEPTIONS: Readonly<Record<string, number>> = {
  ...each(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...each(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...each(4, 'CLF UYW'),
};

/** How many decimals the minor unit of an ISO 4217 currency has: 2 for NOK, 0 for JPY, 3 for KWD. */
export function minorUnitDigits(currency: string): number {
  return EXCEPTIONS[currency] ?? 2;
}

function each(digits: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, digits]));
}
