// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SyncPanel, type SyncPanelProps } from '@/components/sync-panel/sync-panel';
import { reason } from '@/utils/payments/reason';
import { descriptionOf } from './support/description-of';
import { expectAccessible } from './support/expect-accessible';
import { aRun, aState, FINISHED, LAST_RUN_AT, notFound, TODAY } from './support/runs';

afterEach(cleanup);

const LAST_RUN_TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
  LAST_RUN_AT,
);

const handlers = () => ({
  onCollapse: vi.fn(),
  onRun: vi.fn(),
  onStop: vi.fn(),
  onTakeOver: vi.fn(),
  onOpenOptions: vi.fn(),
});

function show(change: Partial<SyncPanelProps> = {}) {
  const spies = handlers();
  const view = render(
    <SyncPanel
      state={aState()}
      today={TODAY}
      locale="en-GB"
      badgeProblem={null}
      collapsed={false}
      {...spies}
      {...change}
    />,
  );
  return { ...spies, ...view, panel: screen.getByRole('region', { name: 'Payment sync' }) };
}

const startDate = (): HTMLSelectElement => screen.getByLabelText('Start Date');
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const chosen = (): string => startDate().selectedOptions[0]?.textContent ?? '';

describe('the start date', () => {
  it('is the last successful run, with its time, where there was one', async () => {
    const { onRun, container } = show();
    expect(chosen()).toBe('Last Successful Run');
    expect(descriptionOf(startDate())).toBe(`since ${LAST_RUN_TIME}`);
    fireEvent.click(button('Run Sync'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith({ choice: 'last-run' }, 'sync');
    await expectAccessible(container);
  });

  it('is the past month where there was no run, and says why the last run cannot be chosen', () => {
    const { onRun } = show({ state: aState({ lastRunAt: null }) });
    expect(chosen()).toBe('Past Month');
    const [lastRun] = startDate().options;
    expect(lastRun?.disabled).toBe(true);
    expect(lastRun?.textContent).toBe('Last Successful Run (No sync yet in this browser)');
    fireEvent.click(button('Preview'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith({ choice: 'past-month' }, 'preview');
  });

  it.each([
    ['past-week', 'since 15 Nov 2026'],
    ['past-two-weeks', 'since 8 Nov 2026'],
    ['past-month', 'since 22 Oct 2026'],
  ])('says which day %s means', (choice, words) => {
    show();
    fireEvent.change(startDate(), { target: { value: choice } });
    expect(descriptionOf(startDate())).toBe(words);
  });

  it('can be a day of one’s own', async () => {
    const { onRun, container } = show();
    fireEvent.change(startDate(), { target: { value: 'custom' } });
    const field: HTMLInputElement = screen.getByLabelText('Custom Date');
    expect(field.max).toBe(TODAY);
    fireEvent.input(field, { target: { value: '2026-03-31' } });
    expect(descriptionOf(startDate())).toBe('since 31 Mar 2026');
    fireEvent.click(button('Run Sync'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith({ choice: 'custom', date: '2026-03-31' }, 'sync');
    await expectAccessible(container);
  });

  it.each([
    ['2026-11-23', 'This day has not come yet. Choose today or an earlier day.'],
    ['', 'Choose a day.'],
  ])('refuses the custom date “%s” in place and runs nothing', async (value, words) => {
    const { onRun, container } = show();
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

describe('a run under way', () => {
  const running = aState({ run: aRun({ phase: 'running', found: 120, done: 40 }) });

  it('shows how far it is, against what was found so far', async () => {
    const { container } = show({ state: running });
    const bar: HTMLProgressElement = screen.getByRole('progressbar', { name: 'Sync progress' });
    expect([bar.value, bar.max]).toEqual([40, 120]);
    expect(screen.getByText('40 of 120 invoices found so far')).toBeTruthy();
    await expectAccessible(container);
  });

  it('can be stopped, and nothing else can be started', () => {
    const { onRun, onStop } = show({ state: running });
    for (const name of ['Run Sync', 'Preview']) {
      expect(button(name).getAttribute('aria-disabled')).toBe('true');
      fireEvent.click(button(name));
    }
    expect(onRun).not.toHaveBeenCalled();
    fireEvent.click(button('Stop'));
    expect(onStop).toHaveBeenCalledOnce();
  });

  it('gives the focus back to Run Sync when Stop goes', () => {
    const { rerender, ...spies } = show({ state: running });
    button('Stop').focus();
    rerender(
      <SyncPanel
        {...spies}
        state={aState({ run: aRun({ phase: 'stopped' }) })}
        today={TODAY}
        badgeProblem={null}
        collapsed={false}
      />,
    );
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    expect(document.activeElement).toBe(button('Run Sync'));
  });
});

describe('the result', () => {
  it('lists what was written, old to new, in the reader’s own way of writing', async () => {
    const { container } = show({ state: aState({ run: FINISHED }) });
    fireEvent.click(button('Updated 1'));
    const item = screen.getByText('12345').closest('li');
    expect(item?.textContent).toBe('12345Paid Amountnone → US$1,250.00Date Paidnone → 1 Mar 2020');
    await expectAccessible(container);
  });

  it('gives the reason of what was not written', () => {
    show({ state: aState({ run: FINISHED }) });
    fireEvent.click(button('Not found in Manage 1'));
    expect(screen.getByText('777').closest('li')?.textContent).toContain(
      'Manage holds no invoice with this number',
    );
  });

  it('shows a count that has no list as plain text', () => {
    const { panel } = show({ state: aState({ run: FINISHED }) });
    expect(within(panel).getByText('208')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Unchanged/ })).toBeNull();
  });

  it('says of a preview that nothing was written', () => {
    const { panel } = show({ state: aState({ run: { ...FINISHED, mode: 'preview' } }) });
    expect(within(panel).getAllByText(/^Preview: nothing was written\./)).not.toHaveLength(0);
  });

  it('draws a hundred rows of ten thousand, and more on demand, with a shared reason said once', () => {
    const outcomes = Array.from({ length: 10_000 }, (_, index) => notFound(`N${index}`));
    const counts = { ...FINISHED.counts, 'not-found': 10_000 };
    show({ state: aState({ run: aRun({ outcomes, counts }) }) });
    fireEvent.click(button('Not found in Manage 10,000'));
    const rows = () => screen.getAllByText(/^N\d+$/).length;
    expect(rows()).toBe(100);
    expect(screen.getAllByText(/Manage holds no invoice with this number/)).toHaveLength(1);
    fireEvent.click(button('Show more (9,900 left)'));
    expect(rows()).toBe(200);
  });

  it('treats a hostile invoice number as text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const run = aRun({ outcomes: [notFound(hostile)], counts: { ...FINISHED.counts, 'not-found': 1 } });
    const { panel } = show({ state: aState({ run }) });
    fireEvent.click(button('Not found in Manage 1'));
    expect(screen.getByText(hostile)).toBeTruthy();
    expect(panel.querySelector('img')).toBeNull();
  });

  it('offers to take a record over, and explains before anything is done', async () => {
    const { onTakeOver, container } = show({ state: aState({ run: FINISHED }) });
    fireEvent.click(button('Skipped 1'));
    fireEvent.click(button('Take over'));
    expect(onTakeOver).not.toHaveBeenCalled();
    expect(screen.getByText(/Somebody else made this payment record/)).toBeTruthy();
    await expectAccessible(container);
    fireEvent.click(button('Take over and sync this invoice'));
    expect(onTakeOver).toHaveBeenCalledExactlyOnceWith({ invoiceNumber: '800', recordId: 4711 });
  });

  it('says that nothing changed, and shows the notes of the run', async () => {
    const { container } = show({ state: aState({ run: aRun({ notes: [reason('lastRunNotMoved')] }) }) });
    expect(screen.getByText(/^Nothing changed in the books/)).toBeTruthy();
    expect(screen.getByText(/Last Successful Run was left where it is/)).toBeTruthy();
    await expectAccessible(container);
  });

  it('says why a run failed, with the way to the settings where it leads there', async () => {
    const failure = reason('hostPermissionMissing', { host: 'goapi.poweroffice.net' });
    const { panel, onOpenOptions, container } = show({
      state: aState({ run: aRun({ phase: 'failed', failure }) }),
    });
    expect(within(panel).getAllByText(/goapi\.poweroffice\.net/)).not.toHaveLength(0);
    fireEvent.click(button('Open settings'));
    expect(onOpenOptions).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });
});

describe('the panel', () => {
  it('leads to the settings while something is missing, and offers no run', async () => {
    const { onOpenOptions, container } = show({
      state: aState({ missing: reason('manageNotConnected'), lastRunAt: null }),
    });
    expect(screen.queryByRole('button', { name: 'Run Sync' })).toBeNull();
    fireEvent.click(button('Open settings'));
    expect(onOpenOptions).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('tells the last successful run', () => {
    show();
    expect(screen.getByText(`Last successful run: ${LAST_RUN_TIME}`)).toBeTruthy();
  });

  it('folds to a pill that still says what goes on', async () => {
    const run = aRun({ phase: 'running', found: 120, done: 40 });
    const { onCollapse, container } = show({ collapsed: true, state: aState({ run }) });
    const title = button('Payment sync');
    expect(title.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('button', { name: 'Run Sync' })).toBeNull();
    expect(title.parentElement?.textContent).toContain('40 of 120');
    fireEvent.click(title);
    expect(onCollapse).toHaveBeenCalledExactlyOnceWith(false);
    await expectAccessible(container);
  });

  it('says on the pill that somebody should look', () => {
    show({ collapsed: true, state: aState({ missing: reason('manageNotConnected') }) });
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
      { state: null, refusal: reason('storageFailed') },
      /^This browser did not let/,
    ],
    ['when a run was refused', { refusal: reason('runAlreadyActive') }, /^A sync is already under way/],
  ])('says so %s', async (_, change, words) => {
    const { container, panel } = show(change);
    expect(within(panel).getAllByText(words)).not.toHaveLength(0);
    await expectAccessible(container);
  });
});
