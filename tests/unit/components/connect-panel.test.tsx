// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '#i18n';
import { ConnectedPanel, mountPanel } from '@/components/connect-panel';
import { withStyle } from '@/components/with-style';
import type { PanelPort } from '@/components/sync-panel/panel-port';
import type { Answer, PanelState, RunAnswer, RunChange } from '@/utils/messaging/protocol';
import { reason, type Reason } from '@/utils/payments/reason';
import type { RunState } from '@/utils/sync/run-state';
import { expectAccessible } from './support/expect-accessible';
import { readFrom } from './support/read-outcomes';
import { aRecognitionPort } from './support/recognitions';
import { aRun, aState, FINISHED, OUTCOMES, TODAY } from './support/runs';

afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

const yes = <T,>(value: T): Promise<Answer<T>> => Promise.resolve({ ok: true, value });
const no = (why: Reason): Promise<Answer<never>> => Promise.resolve({ ok: false, reason: why });
const RUNNING = aRun({ phase: 'running', found: 10, done: 2 });

const begun = (run: RunState, connectionId = 'books'): RunAnswer => ({
  connectionId,
  answer: { ok: true, value: run },
});

/** A worker that answers as told, and through which a test can speak to the panel. */
function aPort(change: Partial<PanelPort> = {}) {
  const runs = new Set<(change: RunChange) => void>();
  const badges = new Set<(problem: Reason | null) => void>();
  const port: PanelPort = {
    readState: vi.fn(() => yes(aState())),
    run: vi.fn(() => yes([begun(RUNNING)])),
    stop: vi.fn(() => yes(null)),
    takeOver: vi.fn(() => yes(RUNNING)),
    resume: vi.fn(() => yes(RUNNING)),
    retryFailed: vi.fn(() => yes(RUNNING)),
    undo: vi.fn(() => yes(RUNNING)),
    save: vi.fn(),
    openOptions: vi.fn(() => yes(null)),
    openSetup: vi.fn(() => yes(null)),
    reload: vi.fn(),
    recognition: aRecognitionPort(),
    onRunChanged: (listener) => (runs.add(listener), () => void runs.delete(listener)),
    readHistory: vi.fn(() => yes([])),
    openRun: vi.fn(() => yes({ run: FINISHED, canUndo: false })),
    readOutcomes: readFrom(OUTCOMES),
    onBadgeProblem: (listener) => (badges.add(listener), () => void badges.delete(listener)),
    today: () => TODAY,
    readCollapsed: () => Promise.resolve(false),
    writeCollapsed: vi.fn(() => Promise.resolve()),
    ...change,
  };
  return {
    port,
    listeners: () => runs.size + badges.size,
    tellRun: (run: RunState, connectionId = 'books') =>
      act(() => runs.forEach((listener) => listener({ connectionId, run }))),
    tellBadges: (problem: Reason | null) => act(() => badges.forEach((listener) => listener(problem))),
  };
}

const runSync = () => screen.findByRole('button', { name: 'Run Sync' });

describe('the panel joined to the worker', () => {
  it('runs, follows the run, and reads the new last run when it ended', async () => {
    const { port, tellRun } = aPort();
    const { container } = render(<ConnectedPanel port={port} />);
    fireEvent.click(await runSync());
    expect(port.run).toHaveBeenCalledExactlyOnceWith(['books'], { choice: 'last-run' }, 'sync');
    await screen.findByText('2 of 10 invoices found so far');
    await tellRun({ ...RUNNING, done: 7 });
    await screen.findByText('7 of 10 invoices found so far');
    await tellRun(FINISHED);
    await screen.findByRole('button', { name: 'Updated 1' });
    expect(port.readState).toHaveBeenCalledTimes(2);
    await expectAccessible(container);
  });

  it('gives the table of a run as a file', async () => {
    const { port } = aPort({ readState: vi.fn(() => yes(aState({ run: FINISHED }))) });
    render(<ConnectedPanel port={port} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Export CSV' }));
    await vi.waitFor(() =>
      expect(port.save).toHaveBeenCalledExactlyOnceWith(
        'payment-sync-2026-11-22.csv',
        expect.stringMatching(/^\uFEFFInvoice,Result,Currency,.*\r\n12345,/),
      ),
    );
  });

  it('asks now and then how a run under way stands, and less often how things stand at rest', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { port, tellRun } = aPort({ readState: vi.fn(() => yes(aState({ run: RUNNING }))) });
    render(<ConnectedPanel port={port} />);
    await screen.findByText('2 of 10 invoices found so far');
    // Effects come after the next frame.
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    const before = vi.mocked(port.readState).mock.calls.length;
    await act(() => void vi.advanceTimersByTime(15_000));
    expect(port.readState).toHaveBeenCalledTimes(before + 3);
    vi.mocked(port.readState).mockImplementation(() => yes(aState({ run: FINISHED })));
    await tellRun(FINISHED);
    const after = vi.mocked(port.readState).mock.calls.length;
    await act(() => void vi.advanceTimersByTime(4 * 60_000));
    expect(port.readState).toHaveBeenCalledTimes(after);
    vi.mocked(port.readState).mockReturnValue(yes(aState({ refused: reason('manageSignedOut') })));
    await act(() => void vi.advanceTimersByTime(60_000));
    await screen.findByText('The sync that was due by itself could not begin.');
    vi.useRealTimers();
  });

  it('keeps what a run told while the state was still being read', async () => {
    let answerLate: (answer: Answer<PanelState>) => void = () => undefined;
    const late = new Promise<Answer<PanelState>>((resolve) => (answerLate = resolve));
    const { port, tellRun } = aPort();
    render(<ConnectedPanel port={port} />);
    await runSync();
    vi.mocked(port.readState).mockReturnValueOnce(late);
    void act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await tellRun({ ...RUNNING, done: 9 });
    answerLate({ ok: true, value: aState({ run: { ...RUNNING, done: 1 } }) });
    await act(async () => void (await late));
    expect(screen.getByText('9 of 10 invoices found so far')).toBeTruthy();
  });

  it('says why a run was refused, until the next one is tried', async () => {
    const { port } = aPort({ run: vi.fn(() => no(reason('runAlreadyActive'))) });
    render(<ConnectedPanel port={port} />);
    fireEvent.click(await runSync());
    await screen.findByText(/^A sync is already under way/);
    expect(screen.getByRole('alert').textContent).toMatch(/^A sync is already under way/);
    vi.mocked(port.run).mockReturnValueOnce(yes([begun(RUNNING)]));
    fireEvent.click(await runSync());
    await waitFor(() => expect(screen.queryByText(/^A sync is already under way/)).toBeNull());
  });

  it('says once what keeps both a run and the badges from going on', async () => {
    const why = reason('manageKeysRefused', { host: 'api-na.myconnectwise.net' });
    const { port, tellBadges } = aPort({ run: vi.fn(() => no(why)) });
    render(<ConnectedPanel port={port} />);
    fireEvent.click(await runSync());
    await tellBadges(why);
    expect(await screen.findAllByText(/does not accept the API keys/)).toHaveLength(1);
  });

  it('asks to reload the page when the worker cannot be reached, and leaves no dead button', async () => {
    const { port } = aPort({ run: () => Promise.reject(new Error('Extension context invalidated.')) });
    const { container } = render(<ConnectedPanel port={port} />);
    fireEvent.click(await runSync());
    expect(await screen.findAllByText(/Reload this page/)).not.toHaveLength(0);
    expect(screen.queryByRole('button')).toBeNull();
    await expectAccessible(container);
  });

  it('says so even when its own words cannot be read any more', async () => {
    render(<ConnectedPanel port={aPort().port} />);
    await runSync();
    vi.spyOn(i18n, 't').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    fireEvent.change(screen.getByLabelText('Start Date'), { target: { value: 'past-week' } });
    expect(await screen.findByText(/Reload this page/)).toBeTruthy();
  });

  it('opens the guided setup while nothing is connected, and looks again on return from it', async () => {
    const { port } = aPort({
      readState: vi.fn(() => yes(aState({ missing: reason('manageNotConnected') }))),
    });
    render(<ConnectedPanel port={port} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Set up' }));
    expect(port.openSetup).toHaveBeenCalledOnce();
    expect(port.openOptions).not.toHaveBeenCalled();
    vi.mocked(port.readState).mockReturnValue(yes(aState()));
    document.dispatchEvent(new Event('visibilitychange'));
    await runSync();
  });

  it('remembers that it was folded', async () => {
    const { port } = aPort({ readCollapsed: () => Promise.resolve(true) });
    render(<ConnectedPanel port={port} />);
    const title = screen.getByRole('button', { name: 'Payment sync' });
    await waitFor(() => expect(title.getAttribute('aria-expanded')).toBe('false'));
    fireEvent.click(title);
    expect(port.writeCollapsed).toHaveBeenCalledExactlyOnceWith(false);
    await waitFor(() => expect(title.getAttribute('aria-expanded')).toBe('true'));
  });

  it('shows why badges are missing, for as long as they are', async () => {
    const { port, tellBadges } = aPort();
    render(<ConnectedPanel port={port} />);
    await tellBadges(reason('manageNotConnected'));
    expect(screen.getByText(/^Manage is not connected yet/)).toBeTruthy();
    await tellBadges(null);
    expect(screen.queryByText(/^Manage is not connected yet/)).toBeNull();
  });
});

describe('the panel in a root', () => {
  const aRoot = (): ShadowRoot => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createElement('style'));
    return root;
  };

  it('leaves the style of the root alone, and nothing else behind', async () => {
    const { port, listeners } = aPort();
    const root = aRoot();
    const unmount = mountPanel(root, port);
    await within(root as unknown as HTMLElement).findByRole('button', { name: 'Run Sync' });
    expect(listeners()).toBe(2);
    unmount();
    expect([...root.children].map(({ tagName }) => tagName)).toEqual(['STYLE']);
    expect(listeners()).toBe(0);
  });

  it('brings its style along and takes it away again', async () => {
    const root = aRoot().ownerDocument.createElement('div');
    const unmount = withStyle('.panel { color: navy }', mountPanel)(root, aPort().port);
    await within(root).findByRole('button', { name: 'Run Sync' });
    expect(root.querySelector('style')?.textContent).toContain('navy');
    unmount();
    expect(root.childElementCount).toBe(0);
  });

  it.each(['keydown', 'keyup', 'keypress'])('keeps %s from the hotkeys of the page', async (kind) => {
    const root = aRoot();
    const unmount = mountPanel(root, aPort().port);
    const button = await within(root as unknown as HTMLElement).findByRole('button', { name: 'Run Sync' });
    const hotkey = vi.fn();
    document.addEventListener(kind, hotkey);
    button.dispatchEvent(new KeyboardEvent(kind, { key: 's', bubbles: true, composed: true }));
    document.removeEventListener(kind, hotkey);
    expect(hotkey).not.toHaveBeenCalled();
    unmount();
  });
});
