/** The fields of the settings form, as they are named in it. */
export const FIELD_NAMES = [
  'site',
  'companyId',
  'signIn',
  'publicKey',
  'privateKey',
  'clientId',
  'homeCurrency',
  'strategy',
  'paidAmountCaption',
  'datePaidCaption',
  'besideOtherIntegration',
  'environment',
  'applicationKey',
  'clientKey',
  'subscriptionKey',
  'screenTitles',
  'numberCaptions',
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

/** What is wrong with a field; each has its words in the catalogue under `options.error`. */
export type FieldError = 'required' | 'site' | 'currency' | 'listEmpty';

export type FieldErrors = Readonly<Partial<Record<FieldName, FieldError>>>;
