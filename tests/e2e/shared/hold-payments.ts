import type { Driven } from './driven';

/**
 * Lets so many payment records be made, and keeps Manage from answering to any further until it is let go.
 * @returns lets go
 */
export function holdPayments(driven: Driven, after: number): () => void {
  let asked = 0;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  driven.answerInstead(async (request) => {
    if (isNewPayment(request) && (asked += 1) > after) await held;
    return undefined;
  });
  return letGo;
}

/** Whether a request makes a payment record. */
export const isNewPayment = ({ method, url }: Request): boolean =>
  method === 'POST' && url.endsWith('/payments');
