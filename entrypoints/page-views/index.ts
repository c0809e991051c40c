import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountPanel } from '@/components/connect-panel';
import cardStyle from '@/components/invoice-card/invoice-card.css?inline';
import { mountCard } from '@/components/invoice-card/mount-card';
import overviewStyle from '@/components/overview/overview.css?inline';
import { mountOverview } from '@/components/overview/mount-overview';
import panelStyle from '@/components/sync-panel.css?inline';
import { withStyle } from '@/components/with-style';
import { cardPort } from './card-port';
import { createPanelPort } from './panel-port';

export default defineUnlistedScript(() => {
  globalThis.paymentSyncViews = {
    mountPanel: withStyle(panelStyle, (container, link) => mountPanel(container, createPanelPort(link))),
    mountCard: withStyle(cardStyle, (container, link) => mountCard(container, link, cardPort)),
    mountOverview: withStyle(overviewStyle, mountOverview),
  };
});
