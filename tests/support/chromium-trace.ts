import type { Page } from 'playwright-core';

/** Which script did it or had it done, first where it was. */
interface Told {
  readonly stackTrace?: readonly { readonly url: string }[];
}

/** One thing that happened, as Chromium's tracing tells of it. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** What of that its thread was at work. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: Told & { readonly url?: string }; readonly beginData?: Told };
}

/** How long it took, in microseconds of the processor where Chromium tells them: other programs do not lengthen those. */
export const atWork = ({ tdur, dur = 0 }: TraceEvent): number => tdur ?? dur;

/** What happens anywhere in the browser while something is done. @param categories of Chromium's tracing */
export async function traceOf(
  page: Page,
  categories: readonly string[],
  act: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  const ended = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: [...categories] },
  });
  await act();
  await cdp.send('Tracing.end');
  await ended;
  await cdp.detach();
  return events;
}
