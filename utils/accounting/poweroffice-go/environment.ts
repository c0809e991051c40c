/** The vendor's two installations; the four keys of a connection all belong to one of them. */
export const POWEROFFICE_ENVIRONMENTS = {
  production: { api: 'https://goapi.poweroffice.net/v2', token: 'https://goapi.poweroffice.net/OAuth/Token' },
  demo: {
    api: 'https://goapi.poweroffice.net/demo/v2',
    token: 'https://goapi.poweroffice.net/Demo/OAuth/Token',
  },
} as const;

export type PowerOfficeEnvironment = keyof typeof POWEROFFICE_ENVIRONMENTS;

/** What a PowerOffice Go connection needs to sign in. All three are the customer's own. */
export interface PowerOfficeKeys {
  readonly applicationKey: string;
  readonly clientKey: string;
  readonly subscriptionKey: string;
}
