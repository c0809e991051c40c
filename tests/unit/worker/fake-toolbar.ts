import { attentionWords } from '@/components/attention-words';
import type { ToolbarSign } from '@/utils/worker/attention-desk';
import type { OverviewPorts } from '@/utils/worker/overview-desk';

/** A browser's toolbar icon, notifications and alarm, and the Manage sites it was asked to show. */
export function fakeToolbar() {
  const shown = {
    sign: { text: '', tone: 'warning', title: '' } as ToolbarSign,
    notifications: [] as { readonly title: string; readonly message: string }[],
    /** Epoch ms; null while the alarm is not set. */
    alarm: null as number | null,
    opened: [] as string[],
  };
  const ports: OverviewPorts = {
    words: attentionWords,
    alarm: {
      get: () => Promise.resolve(shown.alarm),
      set: (at) => Promise.resolve(void (shown.alarm = at)),
      clear: () => Promise.resolve(void (shown.alarm = null)),
    },
    showSign: (sign) => Promise.resolve(void (shown.sign = sign)),
    notify: (title, message) => Promise.resolve(void shown.notifications.push({ title, message })),
    openManage: (site) => Promise.resolve(void shown.opened.push(site)),
  };
  return { shown, ports };
}
