// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { reason } from '@/utils/payments/reason';
import { expectAccessible } from './support/expect-accessible';
import { aRun, aState, FINISHED, LAST_RUN_AT } from './support/runs';
import { showPanel } from './support/show-panel';

afterEach(cleanup);

const button = (name: RegExp | string) => screen.queryByRole('button', { name });

describe('once a run has ended', () => {
  it('it can be taken back, after saying what that means', async () => {
    const { container, ...props } = showPanel({ state: aState({ run: FINISHED, canUndo: true }) });
    fireEvent.click(button('Undo this run') as HTMLElement);
    expect(screen.getByText(/goes back to what it was before/)).toBeTruthy();
    expect(props.onUndo).not.toHaveBeenCalled();
    fireEvent.click(button('Undo now') as HTMLElement);
    expect(props.onUndo).toHaveBeenCalledWith('books', 'run-1');
    await expectAccessible(container);
  });

  it('what failed can be tried again', () => {
    const props = showPanel({ state: aState({ run: FINISHED, parked: 3 }) });
    fireEvent.click(button('Retry failed (3)') as HTMLElement);
    expect(props.onRetryFailed).toHaveBeenCalledOnce();
  });

  it.each(['stopped', 'failed'] as const)('a %s one can be gone on with', (phase) => {
    const props = showPanel({ state: aState({ run: aRun({ phase }) }) });
    fireEvent.click(button('Continue') as HTMLElement);
    expect(props.onResume).toHaveBeenCalledOnce();
  });

  it('there is nothing to press that would do nothing', () => {
    showPanel({ state: aState({ run: FINISHED }) });
    for (const name of ['Continue', 'Undo this run', /Retry failed/]) expect(button(name)).toBeNull();
  });
});

it('a paused run says why and until when, and can be stopped', async () => {
  const run = aRun({
    phase: 'paused',
    finishedAt: null,
    failure: reason('manageNotAnswering', { host: 'na.myconnectwise.net', status: '503' }),
    resumesAt: LAST_RUN_AT + 60_000,
  });
  const { container, ...props } = showPanel({ state: aState({ run, canUndo: true, parked: 1 }) });
  expect(screen.getAllByText(/Sync is paused\. It goes on by itself at/).length).toBeGreaterThan(0);
  expect(screen.getAllByText(/na\.myconnectwise\.net/).length).toBeGreaterThan(0);
  expect(button('Undo this run')).toBeNull();
  fireEvent.click(button('Stop') as HTMLElement);
  expect(props.onStop).toHaveBeenCalledOnce();
  await expectAccessible(container);
});
