// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { formatMoment } from '@/components/format-moment';
import { reasonText } from '@/components/reason-text';
import type { PanelState } from '@/utils/messaging/protocol';
import { isoDate } from '@/utils/payments/iso-date';
import { reason } from '@/utils/payments/reason';
import { descriptionOf } from './support/description-of';
import { expectAccessible } from './support/expect-accessible';
import { aConnection, aRun, FINISHED, LAST_RUN_AT } from './support/runs';
import { button, showPanel } from './support/show-panel';

afterEach(cleanup);

const DAY = 86_400_000;
const norway = aConnection({ id: 'no', name: 'Nord IT AS', run: FINISHED });
const sweden = aConnection({ id: 'se', name: 'Nord IT AB', lastRunAt: LAST_RUN_AT - DAY });
const both: PanelState = { missing: null, connections: [norway, sweden] };

const startMoment = () => descriptionOf(screen.getByLabelText('Start Date'));
const choose = (name: string): void => {
  const value = screen.getByRole<HTMLOptionElement>('option', { name }).value;
  fireEvent.change(screen.getByLabelText('Accounting connection'), { target: { value } });
};

describe('several connections', () => {
  it('are run all together, and each tells its own result', async () => {
    const { onRun, container } = showPanel({ state: both });
    expect(startMoment()).toBe(
      `Last Successful Run of each, the first ${formatMoment(LAST_RUN_AT - DAY, 'en-GB')}`,
    );
    fireEvent.click(button('Run Sync'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith(['no', 'se'], { choice: 'last-run' }, 'sync');
    const group = screen.getByRole('group', { name: 'Nord IT AS' });
    expect(within(group).getByRole('button', { name: 'Updated 1' })).toBeTruthy();
    expect(within(screen.getByRole('group', { name: 'Nord IT AB' })).queryByText('Updated')).toBeNull();
    await expectAccessible(container);
  });

  it('can be run one alone, from its own last run', async () => {
    const { onRun, container } = showPanel({ state: both });
    choose('Nord IT AB');
    expect(screen.queryByRole('group', { name: 'Nord IT AS' })).toBeNull();
    expect(startMoment()).toBe(`Last Successful Run, ${formatMoment(LAST_RUN_AT - DAY, 'en-GB')}`);
    fireEvent.click(button('Preview'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith(['se'], { choice: 'last-run' }, 'preview');
    choose('All connections');
    expect(screen.getByRole('group', { name: 'Nord IT AS' })).toBeTruthy();
    await expectAccessible(container);
  });

  it('go on from the last runs there are, and those that were never run are named with where they begin', async () => {
    const connections = [norway, { ...sweden, lastRunAt: null }];
    const { onRun, container } = showPanel({ state: { missing: null, connections } });
    expect(startMoment()).toBe(
      `Last Successful Run, ${formatMoment(LAST_RUN_AT, 'en-GB')} ` +
        'There was no sync of Nord IT AB in this browser yet, so it begins there with Past Month, since 22 Oct 2026.',
    );
    expect(screen.queryByText(/^No sync yet/)).toBeNull();
    fireEvent.click(button('Run Sync'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith(['no', 'se'], { choice: 'last-run' }, 'sync');
    await expectAccessible(container);
  });

  it.each([
    ['is asked for another start', 'past-week', {}],
    ['cannot be run', 'last-run', { missing: reason('accountingKeysMissing', { system: 'Nord IT AB' }) }],
    ['is being run', 'last-run', { run: aRun({ phase: 'running' }) }],
  ])('name none that was never run where it %s', (_, value, change) => {
    const connections = [norway, { ...sweden, lastRunAt: null, ...change }];
    showPanel({ state: { missing: null, connections } });
    fireEvent.change(screen.getByLabelText('Start Date'), { target: { value } });
    expect(startMoment()).not.toContain('There was no sync');
  });

  it('of which none was ever run begin with the past month', () => {
    const connections = [norway, sweden].map((each) => ({ ...each, lastRunAt: null }));
    showPanel({ state: { missing: null, connections } });
    expect(screen.getByText(/so Past Month is chosen/)).toBeTruthy();
  });

  it('do not hold one another up: those that rest can be run, those under way be stopped', async () => {
    const running = { ...norway, run: aRun({ phase: 'running', found: 10, done: 4 }) };
    const { onRun, onStop, container } = showPanel({
      state: { missing: null, connections: [running, sweden] },
    });
    fireEvent.click(button('Run Sync'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith(['se'], { choice: 'last-run' }, 'sync');
    fireEvent.click(button('Stop'));
    expect(onStop).toHaveBeenCalledExactlyOnceWith(['no']);
    expect(screen.getByRole('status').textContent).toMatch(/^Nord IT AS: Sync is running/);
    await expectAccessible(container);
  });

  it('that lack something say so, and the others can be run', async () => {
    const keyless = { ...sweden, missing: reason('accountingKeysMissing', { system: 'Nord IT AB' }) };
    const { onRun, container } = showPanel({ state: { missing: null, connections: [norway, keyless] } });
    fireEvent.click(button('Run Sync'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith(['no'], { choice: 'last-run' }, 'sync');
    expect(
      within(screen.getByRole('group', { name: 'Nord IT AB' })).getByRole('button', {
        name: 'Open settings',
      }),
    ).toBeTruthy();
    await expectAccessible(container);
  });
});

it('a connection that has to begin earlier than asked says why', () => {
  const startAtLatest = { day: isoDate('2026-10-01'), why: reason('lastRunUnknown') };
  showPanel({ state: { missing: null, connections: [{ ...norway, startAtLatest }] } });
  expect(screen.getByText(reasonText(startAtLatest.why))).toBeTruthy();
});
