import type { Captions } from '@/utils/invoice-search/find-screen';
import { sendMessage } from '@/utils/messaging/messenger';

const TRIES = 5;
const WAIT_MS = 10_000;

/** What Manage calls its screen and its columns, from the settings; null if the worker never answers. */
export async function readCaptions(sleep: (ms: number) => Promise<void>): Promise<Captions | null> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (tried > 0) await sleep(WAIT_MS);
    const answer = await sendMessage('invoiceSearchSettings', undefined).catch(() => null);
    if (answer?.ok) return answer.value;
  }
  return null;
}
