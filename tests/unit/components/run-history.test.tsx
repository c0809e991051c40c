// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { formatMoment } from '@/components/format-moment';
import { reason } from '@/utils/payments/reason';
import { expectAccessible } from './support/expect-accessible';
import { aRun, aState, FINISHED, LAST_RUN_AT } from './support/runs';
import { button, showPanel } from './support/show-panel';

afterEach(cleanup);

const WHEN = formatMoment(LAST_RUN_AT, 'en-GB');
const EARLIER = { ...FINISHED, id: 'run-0', notes: [reason('lastRunNotMoved')] };
const opened = { connectionId: 'books', run: EARLIER, canUndo: true };
const history = (runs = [FINISHED, { ...EARLIER, mode: 'undo' as const }, aRun({ id: 'run-9' })]) => ({
  connectionId: 'books',
  runs,
});

describe('earlier runs', () => {
  it('are looked up when somebody asks for them', () => {
    const { onToggleHistory } = showPanel();
    expect(button('Earlier runs').getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button('Earlier runs'));
    expect(onToggleHistory).toHaveBeenCalledExactlyOnceWith('books');
  });

  it('are listed with what they were and what they came to', async () => {
    const { onOpenRun, container } = showPanel({ history: history() });
    const counts = 'Updated 1 · Unchanged 208 · Not found in Manage 1 · Skipped 1';
    expect(screen.getByRole('button', { name: `Undo of ${WHEN} ${counts}` })).toBeTruthy();
    expect(screen.getByRole('button', { name: `Sync of ${WHEN} Nothing to do` })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: `Sync of ${WHEN} ${counts}` }));
    expect(onOpenRun).toHaveBeenCalledExactlyOnceWith('books', 'run-1');
    await expectAccessible(container);
  });

  it('may be none', async () => {
    const { container } = showPanel({ history: history([]) });
    expect(screen.getByText('None is remembered in this browser.')).toBeTruthy();
    await expectAccessible(container);
  });
});

describe('an earlier run that was opened', () => {
  it('stands in place of the newest one, with its notes and lists, and has the focus', async () => {
    const { onBack, readOutcomes, container } = showPanel({ state: aState({ run: FINISHED }), past: opened });
    const past = screen.getByRole('region', { name: 'Earlier run' });
    expect(document.activeElement?.textContent).toBe(`Run of ${WHEN}`);
    expect(within(past).getByText(/Last Successful Run was left where it is/)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Updated 1' })).toHaveLength(1);
    fireEvent.click(button('Updated 1'));
    expect(await screen.findByText('12345')).toBeTruthy();
    expect(readOutcomes.mock.calls[0]?.slice(0, 2)).toEqual(['books', 'run-0']);
    await expectAccessible(container);
    fireEvent.click(button('Back to the newest run'));
    expect(onBack).toHaveBeenCalledOnce();
  });

  it('is marked among the others', () => {
    showPanel({ state: aState({ run: FINISHED }), past: opened, history: history([FINISHED, EARLIER]) });
    const marks = screen
      .getAllByRole('button', { name: /^Sync of/ })
      .map((each) => each.getAttribute('aria-current'));
    expect(marks).toEqual(['false', 'true']);
  });

  it('can be taken back where it can, and exported', () => {
    const { onUndo, onExport } = showPanel({ state: aState({ run: FINISHED }), past: opened });
    fireEvent.click(button('Export CSV'));
    expect(onExport).toHaveBeenCalledExactlyOnceWith('books', 'run-0');
    fireEvent.click(button('Undo this run'));
    fireEvent.click(button('Undo now'));
    expect(onUndo).toHaveBeenCalledExactlyOnceWith('books', 'run-0');
  });

  it('offers nothing that only the newest run can do', async () => {
    const past = { ...opened, run: { ...EARLIER, phase: 'stopped' as const }, canUndo: false };
    showPanel({ state: aState({ run: FINISHED, parked: 3 }), past });
    for (const name of ['Continue', 'Undo this run', /Retry failed/])
      expect(screen.queryByRole('button', { name })).toBeNull();
    fireEvent.click(button('Skipped 1'));
    await screen.findByText('800');
    expect(screen.queryByRole('button', { name: 'Take over' })).toBeNull();
  });

  it('cannot be taken back while another run is under way', () => {
    const { onUndo } = showPanel({ state: aState({ run: aRun({ phase: 'running' }) }), past: opened });
    expect(button('Undo this run').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button('Undo this run'));
    expect(screen.queryByRole('button', { name: 'Undo now' })).toBeNull();
    expect(onUndo).not.toHaveBeenCalled();
  });
});
