import { describe, expect, it } from 'vitest';
import type { OutcomePage, PastRun } from '@/utils/messaging/protocol';
import type { RunSummary } from '@/utils/sync/run-state';
import { createWorld, sizedWorld } from '../../../sandbox/world';
import { openDesk } from './support';

type Desk = Awaited<ReturnType<typeof openDesk>>;

async function ask<T>({ fromPage, connectionId }: Desk, name: string, data: object = {}): Promise<T> {
  const answer = await fromPage(name, { connectionId, ...data });
  if (!answer.ok) throw new Error(answer.reason.code);
  return answer.value as T;
}

const LIST = { kind: 'updated', search: '', order: 'number', descending: false, from: 0 };

describe('the runs that a browser remembers', () => {
  it('are listed newest first, opened, and taken back long after another has followed', async () => {
    const desk = await openDesk(createWorld);
    const first = await desk.run();
    const second = await desk.run();
    const history = await ask<readonly RunSummary[]>(desk, 'runHistory');
    expect(history.map(({ id }) => id)).toEqual([second.id, first.id]);
    const opened = await ask<PastRun>(desk, 'openRun', { runId: first.id });
    expect(opened).toMatchObject({ canUndo: true, run: { id: first.id, counts: first.counts } });
    expect(await ask<PastRun>(desk, 'openRun', { runId: second.id })).toMatchObject({ canUndo: false });
    await ask(desk, 'undoRun', { runId: first.id });
    await expect.poll(() => desk.runs.at(-1)).toMatchObject({ mode: 'undo', phase: 'finished' });
    expect(desk.runs.at(-1)?.counts.updated).toBe(first.counts.updated);
  });

  it('hold a preview until another run has followed it', async () => {
    const desk = await openDesk(createWorld);
    const preview = await desk.run({ choice: 'past-month' }, 'preview');
    expect(preview.outcomes.filter(({ kind }) => kind === 'updated')).toHaveLength(preview.counts.updated);
    expect(await desk.connectionState()).toMatchObject({
      run: { id: preview.id, mode: 'preview' },
      canUndo: false,
    });
    const run = await desk.run();
    await expect
      .poll(async () => (await ask<readonly RunSummary[]>(desk, 'runHistory')).map(({ id }) => id))
      .toEqual([run.id]);
  });

  it('tell of invoices whose they are and what they are over', async () => {
    const desk = await openDesk(createWorld);
    const { outcomes } = await desk.run();
    expect(outcomes.find(({ invoiceNumber }) => invoiceNumber === '12345')).toMatchObject({
      company: 'Fjord Bygg AS',
      total: { minor: 125_000, currency: 'NOK' },
    });
  });
});

it('a run of a thousand invoices sends no message that holds more than a page of them', async () => {
  const desk = await openDesk((now, options) => sizedWorld(now, 1_000, options));
  const { id } = await desk.run();
  for (const state of desk.runs) expect(JSON.stringify(state).length).toBeLessThan(1_000);
  const page = await ask<OutcomePage>(desk, 'runOutcomes', { runId: id, ...LIST, from: 900 });
  expect(page).toMatchObject({ total: 1_000 });
  expect(page.outcomes).toHaveLength(100);
  expect(JSON.stringify(page).length).toBeLessThan(60_000);
});

it.each([{ from: -1 }, { order: 'id' }, { kind: 'all' }, { search: 'x'.repeat(101) }, { count: 10_000 }])(
  'a page of outcomes is refused to whoever asks for %j',
  async (wish) => {
    const desk = await openDesk(createWorld);
    await expect(ask(desk, 'runOutcomes', { runId: 'x', ...LIST, ...wish })).rejects.toThrow(
      'messageRefused',
    );
  },
);
