import type { Language } from '../odata/refusal';

/** What the options are called in Norwegian, which who asks for no language gets. */
const NORWEGIAN: Readonly<Record<string, string>> = {
  Payment: 'Betaling',
  Invoice: 'Faktura',
  'Credit Memo': 'Kreditnota',
  Reminder: 'Purring',
  'Initial Entry': 'Opprinnelig post',
  Application: 'Utligning',
  'Realized Gain': 'Realisert gevinst',
  'Realized Loss': 'Realisert tap',
  'Payment Tolerance': 'Betalingstoleranse',
  'Correction of Remaining Amount': 'Korreksjon av restbeløp',
  'G/L Account': 'Finanskonto',
};

export function optionNameIn(language: Language): (name: string) => string {
  return (name) => (language === 'nb' ? (NORWEGIAN[name] ?? name) : name);
}
