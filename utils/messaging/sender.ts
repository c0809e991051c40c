/** What the browser tells of a message's sender; the sender cannot forge it. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Who sent a message: a page of the extension itself, our content script on a web site, or somebody else. */
export type SenderKind =
  | { readonly kind: 'extension' }
  | { readonly kind: 'page'; readonly host: string; readonly tabId: number; readonly frameId: number }
  | { readonly kind: 'stranger' };

/** @param ownOrigin the extension's own origin with a slash at the end, as `runtime.getURL('')` gives it */
export function senderKind(sender: MessageSender, ownId: string, ownOrigin: string): SenderKind {
  if (sender.id !== ownId || sender.url === undefined) return { kind: 'stranger' };
  if (sender.url.startsWith(ownOrigin)) return { kind: 'extension' };
  const { protocol, host } = new URL(sender.url);
  const { frameId, tab } = sender;
  if (protocol !== 'https:' || tab?.id === undefined || frameId !== 0) return { kind: 'stranger' };
  return { kind: 'page', host, tabId: tab.id, frameId };
}
