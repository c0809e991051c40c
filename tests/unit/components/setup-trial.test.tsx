// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SetupPort } from '@/components/setup/setup-port';
import { formatMoment } from '@/components/format-moment';
import { reason } from '@/utils/payments/reason';
import type { RunState } from '@/utils/sync/run-state';
import { expectAccessible } from './support/expect-accessible';
import { no, press, yes } from './support/options';
import { aRun, aState, FINISHED, LAST_RUN_AT } from './support/runs';
import { STORED } from './support/settings';
import { aSetupPort, openSetup } from './support/setup';

afterEach(cleanup);

const TITLE = 'Try it without changing anything';
const RUN = 'Show what a sync would change';
const preview = (change: Partial<RunState> = {}) => aRun({ mode: 'preview', ...change });
const RUNNING = preview({ phase: 'running', finishedAt: null, found: 10, done: 4 });
const PAUSED = preview({
  phase: 'paused',
  finishedAt: null,
  resumesAt: LAST_RUN_AT + 60_000,
  failure: reason('network', { host: 'x.example' }),
});
const PREVIEWED = { ...FINISHED, mode: 'preview' } as const;
const SYNCING = aRun({ id: 'sync-1', phase: 'running', finishedAt: null, found: 3, done: 1 });

/** The setup at its last step, with a worker whose run stands as the test says. */
async function atTheEnd(run: RunState | null, change: Partial<SetupPort> = {}) {
  const worker = { run };
  const { port } = aSetupPort(STORED, {
    panelState: vi.fn(() => yes(aState({ id: 'poweroffice-go', run: worker.run }))),
    preview: vi.fn(() => {
      if (worker.run?.phase === 'running' || worker.run?.phase === 'paused') {
        const refused = { ok: false as const, reason: reason('runAlreadyActive') };
        return yes([{ connectionId: 'poweroffice-go', answer: refused }]);
      }
      worker.run = RUNNING;
      return yes([{ connectionId: 'poweroffice-go', answer: { ok: true as const, value: RUNNING } }]);
    }),
    ...change,
  });
  await port.reachStep({ step: 'trial' });
  const view = await openSetup(port, TITLE);
  return { port, worker, ...view };
}

const isReady = () => screen.findByRole('heading', { name: 'You are ready' });
const isNotReady = () => expect(screen.queryByRole('heading', { name: 'You are ready' })).toBeNull();
const stopButton = () => screen.queryByRole('button', { name: 'Stop' });
const isPressable = (name: string) =>
  screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'false';

describe('a dry run that pauses', () => {
  it('says until when and why, as the panel does, and is followed when it goes on', async () => {
    const { worker, container } = await atTheEnd(null);
    press(RUN);
    await screen.findByText('4 of 10 invoices found so far');
    worker.run = PAUSED;
    const time = formatMoment(LAST_RUN_AT + 60_000);
    const said = await screen.findByText(/^Preview is paused: nothing is written\./);
    expect(said.textContent).toContain(`It goes on by itself at ${time}.`);
    expect(said.textContent).toContain('x.example could not be reached');
    expect(said.className).toBe('notice quiet');
    await expectAccessible(container);
    worker.run = PREVIEWED;
    await isReady();
    expect(screen.getByText('Preview: nothing was written.')).toBeTruthy();
    expect(stopButton()).toBeNull();
  });

  it('can be stopped, which gives the keyboard its place back, and begun again', async () => {
    const { port, worker } = await atTheEnd(PAUSED);
    const stop = await screen.findByRole('button', { name: 'Stop' });
    stop.focus();
    stop.click();
    expect(port.stopRun).toHaveBeenCalledExactlyOnceWith('poweroffice-go');
    worker.run = preview({ phase: 'stopped' });
    await screen.findByText('Preview stopped: nothing was written.');
    await waitFor(() => expect(document.activeElement?.textContent).toBe(RUN));
    isNotReady();
    press(RUN);
    await screen.findByText('4 of 10 invoices found so far');
    worker.run = PREVIEWED;
    await isReady();
  });

  it('says so where it cannot be stopped', async () => {
    await atTheEnd(PAUSED, { stopRun: () => no(reason('storageFailed')) });
    (await screen.findByRole('button', { name: 'Stop' })).click();
    await waitFor(() => expect(screen.getByRole('status').className).toBe('notice bad'));
    expect(stopButton()).not.toBeNull();
  });
});

describe('a page that was loaded anew', () => {
  it('goes on with the dry run under way, and shows what it comes to', async () => {
    const { port, worker } = await atTheEnd(RUNNING);
    await screen.findByText('4 of 10 invoices found so far');
    expect([isPressable(RUN), isPressable('Back')]).toEqual([false, false]);
    worker.run = PREVIEWED;
    await isReady();
    expect(port.preview).not.toHaveBeenCalled();
  });

  const begunHere = async (now = LAST_RUN_AT + 2000) => {
    const { port, worker } = await atTheEnd(null, { now: () => now });
    press(RUN);
    await screen.findByText('4 of 10 invoices found so far');
    cleanup();
    worker.run = PREVIEWED;
    return { port, worker };
  };

  it('shows what the dry run that was begun here has come to meanwhile', async () => {
    const { port } = await begunHere();
    await openSetup(port, TITLE);
    await isReady();
    expect(port.preview).toHaveBeenCalledOnce();
  });

  it.each<[string, () => Promise<SetupPort>]>([
    ['has long ended', async () => (await begunHere(LAST_RUN_AT + 3_600_000)).port],
    [
      'was begun elsewhere',
      async () => {
        const { port, worker } = await begunHere();
        worker.run = { ...PREVIEWED, id: 'another' };
        return port;
      },
    ],
    [
      'went by other settings',
      async () => {
        const { port } = await begunHere();
        await port.saveSettings({
          settings: {
            ...STORED.settings,
            connections: [...STORED.settings.connections].map((each) => ({ ...each, name: 'Other' })),
          },
          secrets: {},
        });
        return port;
      },
    ],
  ])('shows nothing of a dry run that %s', async (_, prepared) => {
    const port = await prepared();
    await openSetup(port, TITLE);
    await vi.waitFor(() => expect(port.panelState).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 20));
    isNotReady();
    expect(isPressable(RUN)).toBe(true);
  });
});

describe('a sync under way', () => {
  it('is said by its name and followed to its end, and its result is none of a dry run', async () => {
    const { port, worker } = await atTheEnd(SYNCING);
    await screen.findByText('Sync is running. 1 of 3 invoices found so far');
    expect([isPressable(RUN), isPressable('Back')]).toEqual([false, true]);
    worker.run = { ...FINISHED, id: 'sync-1' };
    await screen.findByText('Sync finished.');
    isNotReady();
    await waitFor(() => expect(isPressable(RUN)).toBe(true));
    expect(port.readChanges).not.toHaveBeenCalled();
  });

  it('that began a moment before the press is followed instead of refused', async () => {
    const { worker } = await atTheEnd(null);
    worker.run = SYNCING;
    press(RUN);
    await screen.findByText('Sync is running. 1 of 3 invoices found so far');
    worker.run = {
      ...FINISHED,
      id: 'sync-1',
      phase: 'failed',
      failure: reason('network', { host: 'x.example' }),
    };
    await screen.findByText(/^Sync failed\. x\.example could not be reached/);
    isNotReady();
  });
});

it('a dry run that is refused says why', async () => {
  await atTheEnd(null, { preview: () => no(reason('storageFailed')) });
  press(RUN);
  await waitFor(() => expect(screen.getByRole('status').className).toBe('notice bad'));
  await waitFor(() => expect(isPressable(RUN)).toBe(true));
});

it('nobody asks how a run stands once the step is left', async () => {
  const { port, unmount } = await atTheEnd(RUNNING);
  await screen.findByText('4 of 10 invoices found so far');
  unmount();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const asked = vi.mocked(port.panelState).mock.calls.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(vi.mocked(port.panelState).mock.calls).toHaveLength(asked);
});
