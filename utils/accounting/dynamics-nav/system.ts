import type { AccountingSystem } from '@/utils/accounting/system';
import { createNavApi } from './api';
import { LEDGER_PAGES } from './pages';
import { createNavSource } from './source';

/** Dynamics NAV 2017 and 2018, and Business Central on premises, over ODataV4. */
export const DYNAMICS_NAV: AccountingSystem<'dynamics-nav', 'webServiceKey'> = {
  id: 'dynamics-nav',

  // A match pattern has no port: it stands for all of them.
  hosts({ baseUrl }) {
    const { protocol, hostname } = new URL(baseUrl);
    return [`${protocol}//${hostname}/*`];
  },

  secretNames: ['webServiceKey'],

  // `Vendor Invoice No.` and `External Document No.` are Code fields in Microsoft's base application, which hold capitals
  // (https://learn.microsoft.com/en-us/previous-versions/dynamicsnav-2016/dd355278(v=nav.90)); not tried on a live server.
  capitals: true,

  create(connection, ledger, { webServiceKey }, { http, now }) {
    const api = createNavApi({ ...connection, http, webServiceKey, pages: LEDGER_PAGES[ledger] });
    return createNavSource({ api, connection, now });
  },
};
