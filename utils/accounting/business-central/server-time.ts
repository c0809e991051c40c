import type { HttpAnswer } from '@/utils/http/http-client';

/** How far behind a watermark is read again: stamps are set before they are committed, and replicas lag. */
export const OVERLAP_MINUTES = 15;

/**
 * The moment before a request was sent, in epoch ms by the server's clock: its `Date` header less the time the answer
 * took. Where the server does not tell, this computer's clock less the overlap has to do.
 */
export function momentBefore({ headers, tookMs }: HttpAnswer, now: number): number {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? now - OVERLAP_MINUTES * 60_000 : date - Math.ceil(tookMs);
}
