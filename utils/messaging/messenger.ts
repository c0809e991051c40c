import { browser } from '@/utils/browser';
import type { Arrival } from './receive';
import type { Protocol } from './protocol';

type Name = keyof Protocol;
type Payload<K extends Name> = Parameters<Protocol[K]> extends [infer T] ? T : undefined;

/** How our messages are told from whatever else may arrive. */
interface Envelope {
  readonly paymentSync: string;
  readonly data?: unknown;
}

/**
 * Sends a message to the worker or, with a tab, to the content script in it.
 * @throws whatever the browser says when nobody is there to answer
 */
export async function sendMessage<K extends Name>(
  name: K,
  data: Payload<K>,
  tabId?: number,
): Promise<ReturnType<Protocol[K]>> {
  const envelope: Envelope = { paymentSync: name, data };
  const answer: unknown = await (tabId === undefined
    ? browser.runtime.sendMessage(envelope)
    : browser.tabs.sendMessage(tabId, envelope));
  return answer as ReturnType<Protocol[K]>;
}

/** Listens to the worker's news. Only the worker of this extension can send them. Answers how to stop. */
export function onMessage<K extends Name>(name: K, listener: (data: Payload<K>) => void): () => void {
  const heard = (message: unknown): undefined => {
    if (isEnvelope(message) && message.paymentSync === name) listener(message.data as Payload<K>);
  };
  browser.runtime.onMessage.addListener(heard);
  return () => browser.runtime.onMessage.removeListener(heard);
}

/**
 * Answers every message of ours that arrives. The answer goes through the callback, with `true` to keep the
 * channel open: not every browser takes a promise from a listener.
 */
export function answerMessages(answer: (arrival: Arrival) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener(((
    message: unknown,
    sender: Arrival['sender'],
    respond: (answer: unknown) => void,
  ) => {
    if (!isEnvelope(message)) return undefined;
    void answer({ name: message.paymentSync, data: message.data, sender }).then(respond);
    return true;
  }) as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' && message !== null && typeof (message as Envelope).paymentSync === 'string'
  );
}
