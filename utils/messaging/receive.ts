import type { z } from 'zod/mini';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { FROM_PAGES, payloads } from './payloads';
import type { Answer, Protocol } from './protocol';
import { senderKind, type MessageSender, type SenderKind } from './sender';

type Requests = keyof typeof payloads;
type Value<K extends Requests> = ReturnType<Protocol[K]> extends Answer<infer T> ? T : never;

/** What the worker does for each message. It may throw a Problem; the sender is told its reason. */
export type Handlers = {
  readonly [K in Requests]: (
    payload: z.output<(typeof payloads)[K]>,
    from: Exclude<SenderKind, { kind: 'stranger' }>,
  ) => Promise<Value<K>>;
};

export interface Arrival {
  readonly name: string;
  readonly data: unknown;
  readonly sender: MessageSender;
}

export interface Own {
  readonly id: string;
  /** With a slash at the end. */
  readonly origin: string;
}

/**
 * Answers a message: checks who sent it and what it carries before any handler sees it, and turns whatever is
 * thrown into a reason. Messages from content scripts are no more trustworthy than the page they run in.
 */
export async function receive(
  { name, data, sender }: Arrival,
  handlers: Handlers,
  own: Own,
): Promise<Answer<unknown>> {
  try {
    const from = senderKind(sender, own.id, own.origin);
    if (
      !isRequest(name) ||
      from.kind === 'stranger' ||
      (from.kind === 'page' && !FROM_PAGES.includes(name))
    ) {
      throw new Problem('messageRefused', { message: name.slice(0, 40) });
    }
    const payload = payloads[name].safeParse(data ?? undefined);
    if (!payload.success) throw new Problem('messageRefused', { message: name });
    const handle = handlers[name] as (payload: unknown, from: SenderKind) => Promise<unknown>;
    return { ok: true, value: await handle(payload.data, from) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

function isRequest(name: string): name is Requests {
  return Object.hasOwn(payloads, name);
}
