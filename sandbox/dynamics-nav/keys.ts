const HOST = 'nav.nordit.example';

/** What a connection to Nord IT's books in NAV 2018 is made of. */
export const DYNAMICS_NAV = {
  host: HOST,
  baseUrl: `https://${HOST}/DynamicsNAV110/ODataV4`,
  company: 'Nord IT AS',
  user: 'PAYMENTSYNC',
  /** As the server makes them: 44 characters. */
  webServiceKey: 'k2Zr7tQmYv1cXh9wLpA4sDf6gJe8nBu0oRi3yTqKzVM=',
  password: 'Fjordutsikt-2018',
  localCurrency: 'NOK',
} as const;
