/** The vendor's two installations; the keys of a connection all belong to one of them. */
export const POWEROFFICE_ENVIRONMENTS = {
  production: { api: 'https://goapi.poweroffice.net/v2', token: 'https://goapi.poweroffice.net/OAuth/Token' },
  demo: {
    api: 'https://goapi.poweroffice.net/demo/v2',
    token: 'https://goapi.poweroffice.net/Demo/OAuth/Token',
  },
} as const;

export type PowerOfficeEnvironment = keyof typeof POWEROFFICE_ENVIRONMENTS;

/** The secrets of a connection, all of them the customer's own. */
export const POWEROFFICE_SECRETS = ['applicationKey', 'clientKey', 'subscriptionKey'] as const;

/** What a PowerOffice Go connection needs to sign in. */
export type PowerOfficeKeys = Readonly<Record<(typeof POWEROFFICE_SECRETS)[number], string>>;
