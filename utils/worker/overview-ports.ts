import type { Browser } from 'webextension-polyfill';
import type { AttentionWords, ToolbarSign } from './attention-desk';
import type { OverviewPorts } from './overview-desk';
import { patternOf } from '@/utils/services/require-access';

/** The alarm that rings when runs begin by themselves. */
export const SCHEDULE = 'schedule';

/** One notification at a time: a newer one takes its place. */
const NOTIFICATION = 'attention';

const COLOURS: Readonly<Record<ToolbarSign['tone'], string>> = { bad: '#b42318', warning: '#8a5300' };

/** The browser's toolbar icon, notifications, alarm and tabs. */
export function createOverviewPorts(browser: Browser, words: AttentionWords): OverviewPorts {
  return {
    words,
    alarm: {
      get: async () => (await browser.alarms.get(SCHEDULE))?.scheduledTime ?? null,
      // The API's types are older than its promises.
      set: async (at) => void (await browser.alarms.create(SCHEDULE, { when: at })),
      clear: async () => void (await browser.alarms.clear(SCHEDULE)),
    },

    async showSign({ text, tone, title }) {
      await browser.action.setBadgeText({ text });
      await browser.action.setBadgeBackgroundColor({ color: COLOURS[tone] });
      await browser.action.setTitle({ title });
    },

    async notify(title, message) {
      if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
      const iconUrl = browser.runtime.getURL('icon/128.png');
      await browser.notifications.create(NOTIFICATION, { type: 'basic', iconUrl, title, message });
    },

    async openManage(site) {
      const tabs = await browser.tabs.query({ url: [patternOf(site)] });
      const tab = tabs.find(({ url }) => url?.includes('InvoiceSearch')) ?? tabs[0];
      if (tab?.id === undefined) {
        await browser.tabs.create({ url: `https://${site}/` });
        return;
      }
      await browser.tabs.update(tab.id, { active: true });
      if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    },
  };
}
