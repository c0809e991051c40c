import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountPanel } from '@/components/connect-panel';
import cardStyle from '@/components/invoice-card/invoice-card.css?inline';
import { mountCard } from '@/components/invoice-card/mount-card';
import onPageStyle from '@/components/on-page.css?inline';
import overviewStyle from '@/components/overview/overview.css?inline';
import { mountOverview } from '@/components/overview/mount-overview';
import panelStyle from '@/components/sync-panel.css?inline';
import { withStyle } from '@/components/with-style';
import { cardPort } from './card-port';
import { createPanelPort } from './panel-port';

export default defineUnlistedScript(() => {
  globalThis.paymentSyncViews = {
    mountPanel: withStyle(onPageStyle + panelStyle, (container, link) =>
      mountPanel(container, createPanelPort(link)),
    ),
    mountCard: withStyle(onPageStyle + cardStyle, (container, link) =>
      mountCard(container, link, { ...cardPort, onRunChanged: link.onRunChanged, askAgainMs: 5_000 }),
    ),
    mountOverview: withStyle(onPageStyle + overviewStyle, mountOverview),
  };
});
