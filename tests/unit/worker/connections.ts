import { BUSINESS_CENTRAL } from '../../../sandbox/business-central/keys';
import { DYNAMICS_NAV } from '../../../sandbox/dynamics-nav/keys';
import { POWEROFFICE_KEYS } from '../../../sandbox/poweroffice-go/keys';

/** What the user enters to connect each system of the sandbox: settings, and secrets without the connection's id. */
export const CONNECTIONS = {
  'poweroffice-go': { settings: { environment: 'production' }, secrets: { ...POWEROFFICE_KEYS } },
  'business-central': {
    settings: {
      tenantId: BUSINESS_CENTRAL.tenant,
      clientId: BUSINESS_CENTRAL.clientId,
      environment: BUSINESS_CENTRAL.environment,
      company: BUSINESS_CENTRAL.company,
    },
    secrets: {},
  },
  'dynamics-nav': {
    settings: {
      baseUrl: DYNAMICS_NAV.baseUrl,
      company: DYNAMICS_NAV.company,
      user: DYNAMICS_NAV.user,
      localCurrency: DYNAMICS_NAV.localCurrency,
    },
    secrets: { webServiceKey: DYNAMICS_NAV.webServiceKey },
  },
} as const;

export type ConnectedSystem = keyof typeof CONNECTIONS;
