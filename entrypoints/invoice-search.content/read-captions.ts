import { sendMessage } from '@/utils/messaging/messenger';
import type { InvoiceSearchSettings } from '@/utils/messaging/protocol';

const TRIES = 5;
const WAIT_MS = 10_000;

/** By what the page is recognised, from the settings and from what users have shown; null if the worker never answers. */
export async function readCaptions(
  sleep: (ms: number) => Promise<void>,
): Promise<InvoiceSearchSettings | null> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (tried > 0) await sleep(WAIT_MS);
    const answer = await sendMessage('invoiceSearchSettings', undefined).catch(() => null);
    if (answer?.ok) return answer.value;
  }
  return null;
}
