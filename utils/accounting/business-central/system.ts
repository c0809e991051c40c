import type { AccountingSystem } from '@/utils/accounting/system';
import { MICROSOFT_SIGN_IN_HOST } from '@/utils/microsoft-sign-in/authority';
import { API_HOST } from './addresses';
import { createBusinessCentralApi } from './api';
import { LEDGER_LISTS } from './ledger-lists';
import { createBusinessCentralSource } from './source';

/** Dynamics 365 Business Central online, API v2.0 and, where it is offered, the analytics API. */
export const BUSINESS_CENTRAL: AccountingSystem<'business-central', never> = {
  id: 'business-central',

  hosts: () => [`https://${API_HOST}/*`, `https://${MICROSOFT_SIGN_IN_HOST}/*`],

  // The user signs in instead.
  secretNames: [],

  // `Vendor Invoice No.` and `External Document No.` are Code fields in Microsoft's base application, which hold capitals
  // (https://learn.microsoft.com/en-us/previous-versions/dynamicsnav-2016/dd355278(v=nav.90)); not tried on a live server.
  capitals: true,

  create: (connection, ledger, _, world) =>
    createBusinessCentralSource({
      api: createBusinessCentralApi({ connection, ...world, lists: LEDGER_LISTS[ledger] }),
      connection,
      ...world,
    }),
};
