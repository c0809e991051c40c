import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountPanel } from '@/components/connect-panel';
import panelStyle from '@/components/sync-panel.css?inline';
import { withStyle } from '@/components/with-style';
import { createPanelPort } from './panel-port';

export default defineUnlistedScript(() => {
  globalThis.paymentSyncViews = {
    mountPanel: withStyle(panelStyle, (container, link) => mountPanel(container, createPanelPort(link))),
  };
});
