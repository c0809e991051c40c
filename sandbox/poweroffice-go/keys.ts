/** The three keys of a connection to one company in one installation. */
export interface Keys {
  readonly applicationKey: string;
  readonly clientKey: string;
  readonly subscriptionKey: string;
}

/** The keys Nord IT's books are opened with. */
export const POWEROFFICE_KEYS: Keys = {
  applicationKey: 'sandbox-application',
  clientKey: 'sandbox-client',
  subscriptionKey: 'sandbox-subscription',
};

/**
 * The keys of Sør IT's books: another client of the same integration, asked with the same subscription, whose limit the
 * two share.
 */
export const POWEROFFICE_SECOND_KEYS: Keys = { ...POWEROFFICE_KEYS, clientKey: 'sandbox-second-client' };

/** The keys of the company in the demo installation. They open nothing of Nord IT's, nor the other way round. */
export const POWEROFFICE_DEMO_KEYS: Keys = {
  applicationKey: 'sandbox-demo-application',
  clientKey: 'sandbox-demo-client',
  subscriptionKey: 'sandbox-demo-subscription',
};
