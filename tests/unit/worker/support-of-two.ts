import type { ConnectionState, PanelState, RunAnswer } from '@/utils/messaging/protocol';
import { expect } from 'vitest';
import { POWEROFFICE_KEYS, POWEROFFICE_SECOND_KEYS } from '../../../sandbox/poweroffice-go/keys';
import { twoCompaniesWorld } from '../../../sandbox/world';
import { openDesk, type DeskOptions, type EndedRun } from './support';

export const NORD = 'nord';
export const SOR = 'sor';

/** How the two connections are set beyond what they need. */
export interface TwoOptions extends DeskOptions {
  readonly nord?: Readonly<Record<string, unknown>>;
  readonly sor?: Readonly<Record<string, unknown>>;
  /** False leaves the keys of the second connection out. */
  readonly sorHasKeys?: boolean;
}

/** A browser that is connected to two companies' books and to the one Manage that they share. */
export async function openTwo({ nord = {}, sor = {}, sorHasKeys = true, ...options }: TwoOptions = {}) {
  const desk = await openDesk(twoCompaniesWorld, options);
  const { settings, secrets, fromPage, changes } = desk;
  const connections = [
    { id: NORD, name: 'Nord IT', system: 'poweroffice-go', ...nord },
    { id: SOR, name: 'Sør IT', system: 'poweroffice-go', ...sor },
  ];
  const keys = (id: string, of: object) =>
    Object.fromEntries(Object.entries(of).map(([name, key]) => [`${id}.${name}`, key as string]));
  const both = { ...settings, connections };
  const allSecrets = {
    'manage.privateKey': secrets['manage.privateKey'],
    ...keys(NORD, POWEROFFICE_KEYS),
    ...(sorHasKeys ? keys(SOR, POWEROFFICE_SECOND_KEYS) : {}),
  };
  const saved = await desk.send('saveSettings', { settings: both, secrets: allSecrets });
  if (!saved.ok) throw new Error(JSON.stringify(saved.reason));

  /** Runs these connections side by side to their ends. */
  async function runAll(
    connectionIds: readonly string[],
    start: unknown = { choice: 'past-month' },
    mode = 'sync',
  ): Promise<Record<string, EndedRun>> {
    const before = changes.length;
    const begun = await fromPage('startRun', { connectionIds, start, mode });
    if (!begun.ok) throw new Error(begun.reason.code);
    for (const { answer } of begun.value as readonly RunAnswer[]) {
      if (!answer.ok) throw new Error(answer.reason.code);
    }
    const ended = (id: string) =>
      changes
        .slice(before)
        .find(
          ({ connectionId, run }) => connectionId === id && run.phase !== 'running' && run.phase !== 'paused',
        );
    await expect.poll(() => connectionIds.every(ended), { timeout: 20_000 }).toBe(true);
    const runs: Record<string, EndedRun> = {};
    for (const id of connectionIds) {
      const run = ended(id)?.run;
      if (run !== undefined) runs[id] = { ...run, outcomes: await desk.outcomesOf(run.id, id) };
    }
    return runs;
  }

  async function stateOf(id: string): Promise<ConnectionState> {
    const answer = await fromPage('panelState');
    const state = answer.ok
      ? (answer.value as PanelState).connections.find((each) => each.id === id)
      : undefined;
    if (state === undefined) throw new Error(`there is no connection ${id}`);
    return state;
  }

  return { ...desk, settings: both, runAll, stateOf };
}
