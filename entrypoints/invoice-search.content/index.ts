import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PanelLink } from '@/components/page-views';
import { createPanelHost } from '@/components/panel-host';
import { reasonText } from '@/components/reason-text';
import { i18n } from '#i18n';
import { browser } from '@/utils/browser';
import { createKeyGuard } from '@/utils/invoice-search/key-guard';
import { onNavigation } from '@/utils/invoice-search/navigation';
import type { Recognition } from '@/utils/invoice-search/recognition';
import { startInvoiceSearch } from '@/utils/invoice-search/start';
import { CLOUD_MATCHES } from '@/utils/manage/cloud-sites';
import { onMessage, sendMessage } from '@/utils/messaging/messenger';
import type { RunChange } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';
import type { RunState } from '@/utils/sync/run-state';
import { createCardOpener } from './card-opener';
import { loadViews } from './load-views';
import { createOverviewHost } from './overview-host';
import { readCaptions } from './read-captions';
import { removeLeftBehind } from './remove-left-behind';
import { createLatest, createTopic } from './topic';

export default defineContentScript({
  matches: CLOUD_MATCHES,
  // The page registers its hotkeys while it loads, and who comes first hears first.
  runAt: 'document_start',
  async main(ctx) {
    const keys = createKeyGuard(window, ctx.signal);
    await documentRead();
    if (ctx.isInvalid) return;
    removeLeftBehind(document);
    const runs = createTopic<RunChange>();
    const badgeProblems = createLatest<Reason | null>();
    const recognitions = createLatest<Recognition>();
    // Asked for now: once the extension has been updated, its words cannot be had any more.
    const outdated = i18n.t('panel.outOfReach');
    const link: PanelLink = {
      onRunChanged: runs.listen,
      onBadgeProblem: badgeProblems.listen,
      onRecognition: recognitions.listen,
      showMe: () => search.showMe(),
      forgetShown: () => {
        // If the worker cannot be reached, what was shown is back after a reload.
        sendMessage('forgetShownPages', undefined).catch(() => undefined);
        search.setShown([]);
      },
      onRuns: (states) => states.forEach(({ id, run }) => follow(id, run)),
    };
    const panel = createPanelHost(document, (container) => {
      let unmount = (): void => undefined;
      let wanted = true;
      loadViews().then(
        (views) => {
          if (wanted) unmount = views.mountPanel(container, link);
        },
        () => wanted && panel.replaceBy(outdated),
      );
      return () => {
        wanted = false;
        unmount();
      };
    });
    const cards = createCardOpener(window, loadViews, runs.listen);
    const overview = createOverviewHost(document, loadViews);
    let onInvoiceSearch = false;

    const captions = await readCaptions((wait) => new Promise((resolve) => ctx.setTimeout(resolve, wait)));
    if (captions === null || ctx.isInvalid) return;
    const search = startInvoiceSearch({
      window,
      keys,
      captions,
      shown: captions.shown,
      keepShown: (page) => sendMessage('keepShownPage', page),
      reasonText,
      onRecognition: recognitions.tell,
      ask: {
        badgeFacts: (numbers) => sendMessage('badgeFacts', numbers),
        badgeDates: (numbers) => sendMessage('badgeDates', numbers),
      },
      signal: ctx.signal,
      onProblem: badgeProblems.tell,
      onBadgePressed: cards.press,
      onOverview: overview.tell,
      onScreen(present) {
        if (ctx.signal.aborted) return;
        onInvoiceSearch = present;
        if (!present) {
          panel.hide();
          cards.close();
        }
        // Reading this is what notices an update of the extension while the page is open.
        else if (ctx.isValid) panel.show();
      },
    });
    const unlisten = onMessage('runChanged', (data) => {
      runs.tell(data);
      follow(data.connectionId, data.run);
    });

    const running = new Set<string>();
    function follow(connectionId: string, run: RunState | null): void {
      const wasRunning = running.has(connectionId);
      const isRunning = run?.phase === 'running';
      if (isRunning) running.add(connectionId);
      else running.delete(connectionId);
      search.setRunning(running.size > 0);
      if (wasRunning && !isRunning) search.refresh();
    }
    ctx.onInvalidated(() => {
      cards.close();
      // A newer copy of this script has the page now.
      if (browser.runtime?.id !== undefined) panel.hide();
      else if (onInvoiceSearch) {
        panel.replaceBy(outdated);
        const gone = new AbortController();
        onNavigation(
          window,
          () => {
            panel.hide();
            gone.abort();
          },
          gone.signal,
        );
      }
      unlisten();
    });
  },
});

/** There is a page to look at. */
function documentRead(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) =>
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }),
  );
}
