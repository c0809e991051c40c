import type { onMessage } from './messenger';
import { payloads } from './payloads';
import { receive, type Handlers, type Own } from './receive';

/**
 * Registers a listener for every message, at once: a worker that wakes for a message must have its listeners
 * in place on the first tick.
 */
export function serve(handlers: Handlers, listen: typeof onMessage, own: Own): void {
  for (const name of Object.keys(payloads) as (keyof typeof payloads)[]) {
    listen(name, ({ data, sender }) => receive({ name, data, sender }, handlers, own) as never);
  }
}
