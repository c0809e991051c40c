import { render } from 'preact';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { SyncPanel } from '@/components/sync-panel';
import { startBadges } from '@/utils/invoice-search/badges';
import { onMessage, sendMessage } from '@/utils/messaging/messenger';

export default defineContentScript({
  matches: ['https://*.myconnectwise.net/*', 'https://staging.connectwisedev.com/*'],
  main() {
    const host = document.createElement('payment-sync-panel');
    const root = host.attachShadow({ mode: 'open' });
    const badges = startBadges(document, (numbers) => sendMessage('badgeFacts', numbers));
    render(
      <SyncPanel
        readState={() => sendMessage('panelState', undefined)}
        onRun={(start) => sendMessage('startRun', start)}
        onRunChanged={(listener) =>
          onMessage('runChanged', ({ data }) => {
            listener(data);
            if (data.phase !== 'running') badges.refresh();
          })
        }
      />,
      root,
    );
    document.body.append(host);
  },
});
