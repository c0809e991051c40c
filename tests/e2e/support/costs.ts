import type { CDPSession, Page } from 'playwright-core';
import { onOwnWorld } from './own-world';

/** What the content script has done to the page so far. */
export interface Work {
  /** Questions that make the browser lay the page out, if it has changed. */
  readonly layoutReads: number;
  /** Elements put in, taken out or given another attribute. */
  readonly writes: number;
}

/** Counts what the content script does, in the world of its own that no script of the page can see into. */
export async function countWork(page: Page): Promise<() => Promise<Work>> {
  const cdp = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  await onOwnWorld(cdp, (contextId) => worlds.push(contextId));
  const [contextId] = worlds;
  if (contextId === undefined) throw new Error('the content script is not on the page');
  const run = async <T>(script: () => T): Promise<T> => {
    const { result } = await cdp.send('Runtime.evaluate', {
      expression: `(${script.toString()})()`,
      contextId,
      returnByValue: true,
    });
    return result.value as T;
  };
  await run(() => {
    const work = { layoutReads: 0, writes: 0 };
    (globalThis as unknown as { work: Work }).work = work;
    const count = (prototype: object, names: readonly string[], kind: keyof Work): void => {
      for (const name of names) {
        const own = Reflect.get(prototype, name) as (...given: unknown[]) => unknown;
        Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]) {
          work[kind] += 1;
          return own.apply(this, given);
        });
      }
    };
    count(Element.prototype, ['getBoundingClientRect', 'getClientRects', 'checkVisibility'], 'layoutReads');
    count(Range.prototype, ['getBoundingClientRect'], 'layoutReads');
    count(window, ['getComputedStyle'], 'layoutReads');
    count(
      Element.prototype,
      ['append', 'prepend', 'before', 'after', 'replaceChildren', 'remove', 'setAttribute'],
      'writes',
    );
    count(Node.prototype, ['appendChild', 'insertBefore', 'removeChild'], 'writes');
  });
  return () => run(() => (globalThis as unknown as { work: Work }).work);
}

/** What the browser keeps for the page once all that can be has been cleared away. */
export async function keptForPage(
  cdp: CDPSession,
): Promise<{ readonly nodes: number; readonly listeners: number; readonly documents: number }> {
  await cdp.send('Performance.enable');
  // What was freed may have held on to more.
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { nodes: value('Nodes'), listeners: value('JSEventListeners'), documents: value('Documents') };
}
