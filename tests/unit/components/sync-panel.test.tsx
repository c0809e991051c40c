// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SyncPanel } from '@/components/sync-panel/sync-panel';
import { reason } from '@/utils/payments/reason';
import { descriptionOf } from './support/description-of';
import { expectAccessible } from './support/expect-accessible';
import { aRecognitionPort } from './support/recognitions';
import { aRun, aState, LAST_RUN_AT, TODAY } from './support/runs';
import { button, showPanel } from './support/show-panel';

afterEach(cleanup);

const LAST_RUN_TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
  LAST_RUN_AT,
);

const startDate = (): HTMLSelectElement => screen.getByLabelText('Start Date');
const chosen = (): string => startDate().selectedOptions[0]?.textContent ?? '';

describe('the start date', () => {
  it('is the last successful run, with its time, where there was one', async () => {
    const { onRun, container } = showPanel();
    expect(chosen()).toBe('Last Successful Run');
    expect(descriptionOf(startDate())).toBe(`Last Successful Run, ${LAST_RUN_TIME}`);
    fireEvent.click(button('Run Sync'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith(['books'], { choice: 'last-run' }, 'sync');
    await expectAccessible(container);
  });

  it('is the past month where there was no run, and says so', async () => {
    const { onRun, container } = showPanel({ state: aState({ lastRunAt: null }) });
    expect(chosen()).toBe('Past Month');
    expect(descriptionOf(startDate())).toBe(
      'Past Month, since 22 Oct 2026 No sync yet in this browser, so Past Month is chosen.',
    );
    const [lastRun] = startDate().options;
    expect(lastRun?.disabled).toBe(true);
    fireEvent.click(button('Preview'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith(['books'], { choice: 'past-month' }, 'preview');
    await expectAccessible(container);
  });

  it.each([
    ['last-run', 'Last Successful Run', `Last Successful Run, ${LAST_RUN_TIME}`],
    ['past-week', 'Past Week', 'Past Week, since 15 Nov 2026'],
    ['past-two-weeks', 'Past Two Weeks', 'Past Two Weeks, since 8 Nov 2026'],
    ['past-month', 'Past Month', 'Past Month, since 22 Oct 2026'],
  ])('tells of the choice %s, named “%s”, the moment it means', (value, name, moment) => {
    showPanel();
    fireEvent.change(startDate(), { target: { value } });
    expect(chosen()).toBe(name);
    expect(descriptionOf(startDate())).toBe(moment);
  });

  it('can be a day of one’s own', async () => {
    const { onRun, container } = showPanel();
    fireEvent.change(startDate(), { target: { value: 'custom' } });
    const field: HTMLInputElement = screen.getByLabelText('Custom Date');
    expect(field.max).toBe(TODAY);
    fireEvent.input(field, { target: { value: '2026-03-31' } });
    fireEvent.click(button('Run Sync'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith(
      ['books'],
      { choice: 'custom', date: '2026-03-31' },
      'sync',
    );
    await expectAccessible(container);
  });

  it.each([
    ['2026-11-23', 'This day has not come yet. Choose today or an earlier day.'],
    ['', 'Choose a day.'],
  ])('refuses the custom date “%s” in place and runs nothing', async (value, words) => {
    const { onRun, container } = showPanel();
    fireEvent.change(startDate(), { target: { value: 'custom' } });
    const field = screen.getByLabelText('Custom Date');
    fireEvent.input(field, { target: { value } });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(descriptionOf(field)).toBe(words);
    fireEvent.click(button('Run Sync'));
    expect(onRun).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field);
    await expectAccessible(container);
  });
});

describe('a run that was due by itself and could not begin', () => {
  const BEGIN = 'The sync that was due by itself could not begin.';
  const signedOut = reason('manageSignedOut', { host: 'na.myconnectwise.net' });

  it('is told with why, and with the one button that helps', async () => {
    const { onReload, container } = showPanel({ state: aState({ refused: signedOut }) });
    const note = screen.getByText(BEGIN).parentElement ?? document.body;
    expect(note.textContent).toContain('not signed in to Manage at na.myconnectwise.net');
    fireEvent.click(within(note).getByRole('button', { name: 'Reload this page' }));
    expect(onReload).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('makes the folded panel say that it needs attention', () => {
    const { panel } = showPanel({ state: aState({ refused: signedOut }), collapsed: true });
    expect(panel.querySelector('.brief')?.textContent).toBe('Needs attention');
  });

  it.each([
    ['while one is under way', { state: aState({ refused: signedOut, run: aRun({ phase: 'running' }) }) }],
    ['where none can begin at all', { state: aState({ refused: signedOut, missing: signedOut }) }],
    [
      'where a press was refused for the same',
      { state: aState({ refused: signedOut }), refusals: [signedOut] },
    ],
  ])('is not told %s', (_, props) => {
    showPanel(props);
    expect(screen.queryByText(BEGIN)).toBeNull();
  });
});

describe('a run under way', () => {
  const running = aState({ run: aRun({ phase: 'running', found: 120, done: 40 }) });

  it('shows how far it is, against what was found so far', async () => {
    const { container } = showPanel({ state: running });
    const bar: HTMLProgressElement = screen.getByRole('progressbar', { name: 'Sync progress' });
    expect([bar.value, bar.max]).toEqual([40, 120]);
    expect(screen.getByText('40 of 120 invoices found so far')).toBeTruthy();
    await expectAccessible(container);
  });

  it.each([
    ['sync', '30 matched in Manage · 12 written · at least 3 minutes left'],
    ['preview', '30 matched in Manage · 12 to be written · at least 3 minutes left'],
    ['undo', '30 matched in Manage · 12 taken back · at least 3 minutes left'],
  ] as const)('tells of a %s what was matched and done, and for how long it goes on', (mode, words) => {
    const counts = { updated: 12, unchanged: 16, 'not-found': 10, skipped: 1, failed: 1 };
    const run = aRun({
      mode,
      phase: 'running',
      found: 120,
      done: 40,
      matched: 30,
      counts,
      timeLeft: 170_000,
    });
    showPanel({ state: aState({ run }) });
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('counts nothing as matched that Manage was not asked about, or of which it is not remembered', () => {
    const counts = { updated: 0, unchanged: 0, 'not-found': 0, skipped: 7, failed: 3 };
    const run = aRun({ phase: 'running', found: 120, done: 10, counts });
    showPanel({ state: aState({ run: { ...run, matched: 0 } }) });
    expect(screen.getByText('0 matched in Manage · 0 written')).toBeTruthy();
    cleanup();
    showPanel({ state: aState({ run }) });
    expect(screen.getByText('0 written')).toBeTruthy();
  });

  it('can be stopped, and nothing else can be started', () => {
    const { onRun, onStop } = showPanel({ state: running });
    for (const name of ['Run Sync', 'Preview']) {
      expect(button(name).getAttribute('aria-disabled')).toBe('true');
      fireEvent.click(button(name));
    }
    expect(onRun).not.toHaveBeenCalled();
    fireEvent.click(button('Stop'));
    expect(onStop).toHaveBeenCalledOnce();
  });

  it('gives the focus back to Run Sync when Stop goes', () => {
    const { rerender, ...spies } = showPanel({ state: running });
    button('Stop').focus();
    rerender(
      <SyncPanel
        {...spies}
        state={aState({ run: aRun({ phase: 'stopped' }) })}
        today={TODAY}
        badgeProblem={null}
        recognition={aRecognitionPort()}
        past={null}
        history={null}
        collapsed={false}
      />,
    );
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    expect(document.activeElement).toBe(button('Run Sync'));
  });
});

describe('the panel', () => {
  it.each([
    ['manageNotConnected', 'Set up', 'onSetUp'],
    ['accountingNotConnected', 'Set up', 'onSetUp'],
    ['manageKeysMissing', 'Open settings', 'onOpenOptions'],
  ] as const)('leads to where %s is put right, and offers no run', async (code, name, pressed) => {
    const panel = showPanel({ state: aState({ missing: reason(code), lastRunAt: null }) });
    expect(screen.queryByRole('button', { name: 'Run Sync' })).toBeNull();
    fireEvent.click(button(name));
    expect([panel.onSetUp, panel.onOpenOptions].filter(({ mock }) => mock.calls.length > 0)).toEqual([
      panel[pressed],
    ]);
    await expectAccessible(panel.container);
  });

  it('tells the last successful run', () => {
    showPanel();
    expect(screen.getByText(`Last successful run: ${LAST_RUN_TIME}`)).toBeTruthy();
  });

  it('folds to a pill that still says what goes on', async () => {
    const run = aRun({ phase: 'running', found: 120, done: 40 });
    const { onCollapse, container } = showPanel({ collapsed: true, state: aState({ run }) });
    const title = button('Payment sync');
    expect(title.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('button', { name: 'Run Sync' })).toBeNull();
    expect(title.parentElement?.textContent).toContain('40 of 120');
    fireEvent.click(title);
    expect(onCollapse).toHaveBeenCalledExactlyOnceWith(false);
    await expectAccessible(container);
  });

  it('offers the one press that helps where badges cannot be shown', () => {
    const onReload = vi.fn<() => void>();
    showPanel({ badgeProblem: reason('manageSignedOut', { host: 'na.myconnectwise.net' }), onReload });
    fireEvent.click(button('Reload this page'));
    expect(onReload).toHaveBeenCalledOnce();
  });

  it('says on the pill that somebody should look', () => {
    showPanel({ collapsed: true, state: aState({ missing: reason('manageNotConnected') }) });
    expect(screen.getByText('Needs attention')).toBeTruthy();
  });

  it.each([
    ['while it reads', { state: null }, 'Loading…'],
    [
      'when badges cannot be shown',
      { badgeProblem: reason('manageNotConnected') },
      /^Manage is not connected yet/,
    ],
    [
      'when even reading was refused',
      { state: null, refusals: [reason('storageFailed')] },
      /^This browser did not let/,
    ],
    ['when a run was refused', { refusals: [reason('runAlreadyActive')] }, /^A sync is already under way/],
  ])('says so %s', async (_, change, words) => {
    const { container, panel } = showPanel(change);
    expect(within(panel).getAllByText(words)).not.toHaveLength(0);
    await expectAccessible(container);
  });
});
