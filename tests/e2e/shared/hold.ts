import type { Driven } from './driven';

/**
 * Lets so many payment records be made, and keeps Manage from answering to any further until it is let go.
 * @returns lets go
 */
export function holdPayments(driven: Driven, after: number): () => void {
  let asked = 0;
  return hold(driven, (request) => isNewPayment(request) && (asked += 1) > after);
}

/** Keeps everybody from answering until they are let go. @returns lets go */
export const holdAll = (driven: Driven): (() => void) => hold(driven, () => true);

function hold(driven: Driven, isHeld: (request: Request) => boolean): () => void {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  driven.answerInstead(async (request) => {
    if (isHeld(request)) await held;
    return undefined;
  });
  return letGo;
}

/** Whether a request makes a payment record. */
export const isNewPayment = ({ method, url }: Request): boolean =>
  method === 'POST' && url.endsWith('/payments');
