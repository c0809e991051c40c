/** The fields of the settings form, as they are named in it. */
export type FieldName =
  | 'site'
  | 'companyId'
  | 'signIn'
  | 'publicKey'
  | 'privateKey'
  | 'clientId'
  | 'homeCurrency'
  | 'strategy'
  | 'paidAmountCaption'
  | 'datePaidCaption'
  | 'besideOtherIntegration'
  | 'environment'
  | 'applicationKey'
  | 'clientKey'
  | 'subscriptionKey'
  | 'keepSecrets'
  | 'screenTitles'
  | 'numberCaptions';

/** What is wrong with a field; each has its words in the catalogue under `options.error`. */
export type FieldError = 'required' | 'site' | 'currency' | 'listEmpty';

export type FieldErrors = Readonly<Partial<Record<FieldName, FieldError>>>;
