import type { PageViews } from '@/components/page-views';
import { sendMessage } from '@/utils/messaging/messenger';

/**
 * The views, put beside this script by the worker unless they are there already.
 * @throws if the worker does not answer or the browser refuses
 */
export async function loadViews(): Promise<PageViews> {
  if (globalThis.paymentSyncViews === undefined) await sendMessage('loadPageViews', undefined);
  const views = globalThis.paymentSyncViews;
  if (views === undefined) throw new Error('the views were not loaded');
  return views;
}
