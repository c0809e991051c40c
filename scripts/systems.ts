import type { Page } from 'playwright-core';
import { BUSINESS_CENTRAL, BUSINESS_CENTRAL_HOST } from '../sandbox/business-central/keys';
import { DYNAMICS_NAV } from '../sandbox/dynamics-nav/keys';
import { MICROSOFT_LOGIN_HOST } from '../sandbox/microsoft-login/keys';
import { POWEROFFICE_KEYS } from '../sandbox/poweroffice-go/api';

/** Fills in a field of the settings page by its label. */
type Fill = (label: string, value: string) => Promise<void>;

/** How one accounting system of the sandbox is connected on the settings page. */
export interface DemoSystem {
  /** As the settings page names it. */
  readonly name: string;
  /** Match patterns of the hosts the browser is to allow. */
  readonly hosts: readonly string[];
  fillIn(fill: Fill): Promise<void>;
  /** What is left to do once the settings are saved. */
  afterSave?(page: Page): Promise<void>;
}

export const DEMO_SYSTEMS = {
  'poweroffice-go': {
    name: 'PowerOffice Go',
    hosts: ['https://goapi.poweroffice.net/*'],
    async fillIn(fill) {
      await fill('Application key', POWEROFFICE_KEYS.applicationKey);
      await fill('Client key', POWEROFFICE_KEYS.clientKey);
      await fill('Subscription key', POWEROFFICE_KEYS.subscriptionKey);
    },
  },
  'business-central': {
    name: 'Dynamics 365 Business Central',
    hosts: [`https://${BUSINESS_CENTRAL_HOST}/*`, `https://${MICROSOFT_LOGIN_HOST}/*`],
    async fillIn(fill) {
      await fill('Directory (tenant) ID', BUSINESS_CENTRAL.tenant);
      await fill('Application (client) ID', BUSINESS_CENTRAL.clientId);
    },
    async afterSave(page) {
      await page.getByRole('button', { name: 'Sign in to Microsoft' }).click();
      // Microsoft's page opens in a window of its own. The sandbox's agrees after a moment, and the window closes.
      await page.getByText(/^Signed in/).waitFor();
      await page.getByLabel('Environment', { exact: true }).selectOption(BUSINESS_CENTRAL.environment);
      await page.getByLabel('Company', { exact: true }).selectOption({ label: BUSINESS_CENTRAL.companyName });
    },
  },
  'dynamics-nav': {
    name: 'Dynamics NAV',
    hosts: [`https://${DYNAMICS_NAV.host}/*`],
    async fillIn(fill) {
      await fill('OData address', DYNAMICS_NAV.baseUrl);
      await fill('Company', DYNAMICS_NAV.company);
      await fill('User', DYNAMICS_NAV.user);
      await fill('Web service access key', DYNAMICS_NAV.webServiceKey);
      await fill('Local currency', DYNAMICS_NAV.localCurrency);
    },
  },
} as const satisfies Record<string, DemoSystem>;

export type DemoSystemId = keyof typeof DEMO_SYSTEMS;

export function isDemoSystem(text: string): text is DemoSystemId {
  return Object.hasOwn(DEMO_SYSTEMS, text);
}
