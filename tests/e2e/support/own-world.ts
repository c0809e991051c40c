import type { CDPSession } from 'playwright-core';

/** Tells of every page's world of the content script, which no script of the page can see into: of those there are and of each to come. */
export async function onOwnWorld(cdp: CDPSession, found: (contextId: number) => void): Promise<void> {
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const { type } = context.auxData as { type?: string };
    if (type === 'isolated' && context.name.startsWith('Payment Sync')) found(context.id);
  });
  await cdp.send('Runtime.enable');
}
