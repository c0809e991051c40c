// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PopupPage } from '@/components/popup/popup-page';
import type { PopupPort } from '@/components/popup/popup-port';
import { reasonText } from '@/components/reason-text';
import type { ConnectionState, Overview, RunAnswer } from '@/utils/messaging/protocol';
import { health } from '@/utils/payments/health';
import { reason, type Reason, type ReasonCode } from '@/utils/payments/reason';
import { expectAccessible } from './support/expect-accessible';
import { no, yes } from './support/options';
import { aRun, LAST_RUN_AT } from './support/runs';

const CONNECTION: ConnectionState = {
  id: 'books',
  connectionId: 'books',
  ledger: 'receivable',
  name: 'Nord IT',
  system: 'poweroffice-go',
  missing: null,
  refused: null,
  lastRunAt: LAST_RUN_AT,
  run: aRun({ done: 211, counts: { updated: 3, unchanged: 208, 'not-found': 0, skipped: 0, failed: 0 } }),
  parked: 0,
  canUndo: false,
  startAtLatest: null,
};

function overviewOf(connections: readonly ConnectionState[], change: Partial<Overview> = {}): Overview {
  const state = { missing: null, connections };
  return {
    state,
    health: health(state),
    lackingOrigins: [],
    site: 'na.myconnectwise.net',
    nextAt: null,
    ...change,
  };
}

/** What is shown while nothing can be told of any connection. */
function lacking(code: ReasonCode, change: Partial<Overview> = {}): Overview {
  const missing = reason(code, { host: 'na.myconnectwise.net' });
  const state = { missing, connections: [] };
  return { ...overviewOf([]), state, health: health(state), ...change };
}

async function show(overview: Overview, change: Partial<PopupPort> = {}) {
  const port = {
    readOverview: vi.fn(() => yes(overview)),
    runAll: vi.fn(() => yes([])),
    resume: vi.fn(() => yes(aRun())),
    retryFailed: vi.fn(() => yes(aRun())),
    signInToMicrosoft: vi.fn(() => yes({})),
    requestOrigins: vi.fn(() => Promise.resolve(true)),
    openManage: vi.fn(() => yes(null)),
    openOptions: vi.fn(() => yes(null)),
    openSetup: vi.fn(() => yes(null)),
    close: vi.fn(),
  };
  const view = render(<PopupPage port={{ ...port, ...change }} locale="en-GB" />);
  await screen.findByRole('button', { name: 'Settings' });
  return { port, view };
}

const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const attention = () => screen.queryByRole('region', { name: 'What needs you' });

afterEach(cleanup);

describe('When all is well', () => {
  it('the popup tells of the last runs and offers the ways on', async () => {
    const { port, view } = await show(overviewOf([CONNECTION]));
    const books = screen.getByRole('listitem');
    expect(within(books).getByRole('heading', { name: 'Nord IT' })).toBeTruthy();
    expect(books.textContent).toContain('Sync finished.');
    expect(books.textContent).toContain('Updated3');
    expect(books.textContent).not.toContain('Failed');
    expect(books.textContent).toContain('Last successful run: 22 Nov 2026');
    expect(attention()).toBeNull();
    press('Run now');
    expect(port.runAll).toHaveBeenCalledOnce();
    await expectAccessible(view.container);
  });

  it.each([
    ['Open Invoice Search', 'openManage'],
    ['Settings', 'openOptions'],
  ] as const)('“%s” leads there, and the popup is out of the way', async (button, does) => {
    const { port } = await show(overviewOf([CONNECTION]));
    press(button);
    await vi.waitFor(() => expect(port.close).toHaveBeenCalledOnce());
    expect(port[does]).toHaveBeenCalledOnce();
  });

  it('it says when the next runs begin by themselves', async () => {
    await show(overviewOf([CONNECTION], { nextAt: LAST_RUN_AT }));
    expect(screen.getByText(/^Next sync by itself: 22 Nov 2026/)).toBeTruthy();
  });

  it('a run under way is followed, and no other can be begun', async () => {
    const running = { ...CONNECTION, run: aRun({ phase: 'running', found: 20, done: 5 }) };
    const { port } = await show(overviewOf([running]));
    expect(screen.getByText(/5 of 20 invoices/)).toBeTruthy();
    press('Run now');
    expect(port.runAll).not.toHaveBeenCalled();
    port.readOverview.mockImplementation(() => yes(overviewOf([CONNECTION])));
    expect(await screen.findByText('Sync finished.', undefined, { timeout: 3_000 })).toBeTruthy();
  });
});

describe('What needs somebody is said with the one button that helps', () => {
  it.each<[ReasonCode, string, keyof PopupPort]>([
    ['manageNotConnected', 'Set up', 'openSetup'],
    ['manageSignedOut', 'Open Manage', 'openManage'],
    ['manageKeysMissing', 'Open settings', 'openOptions'],
    ['hostPermissionMissing', 'Allow access', 'requestOrigins'],
  ])('%s: %s', async (code, button, does) => {
    const { port, view } = await show(lacking(code, { lackingOrigins: ['https://na.myconnectwise.net/*'] }));
    expect(attention()?.querySelectorAll('button')).toHaveLength(1);
    press(button);
    expect(port[does]).toHaveBeenCalledOnce();
    await expectAccessible(view.container);
  });

  it.each<[string, Partial<ConnectionState>, string, keyof PopupPort]>([
    [
      'a sign-in that has ended',
      { missing: reason('microsoftSignInNeeded') },
      'Sign in to Microsoft',
      'signInToMicrosoft',
    ],
    [
      'a run that gave up',
      { run: aRun({ phase: 'failed', failure: reason('runGaveUp') }) },
      'Try again',
      'resume',
    ],
    ['failed invoices', { parked: 2 }, 'Try again', 'retryFailed'],
  ])('%s, of the connection it concerns', async (_, change, button, does) => {
    const { port, view } = await show(
      overviewOf([
        { ...CONNECTION, id: 'other', name: 'Sør' },
        { ...CONNECTION, ...change },
      ]),
    );
    expect(attention()?.textContent).toMatch(/^Nord IT: /);
    press(button);
    expect(port[does]).toHaveBeenCalledWith('books');
    await expectAccessible(view.container);
  });

  it('asks the browser for exactly the hosts that are lacking', async () => {
    const lackingOrigins = ['https://goapi.poweroffice.net/*'];
    const { port } = await show(lacking('hostPermissionMissing', { lackingOrigins }));
    press('Allow access');
    expect(port.requestOrigins).toHaveBeenCalledWith(lackingOrigins);
    await vi.waitFor(() => expect(port.readOverview).toHaveBeenCalledTimes(2));
  });
});

it('says why something was refused', async () => {
  const { view } = await show(overviewOf([CONNECTION]), { runAll: () => no(reason('runAlreadyActive')) });
  press('Run now');
  expect(await screen.findByText(/A sync is already under way/)).toBeTruthy();
  await expectAccessible(view.container);
});

describe('A run that could not begin', () => {
  const other = { ...CONNECTION, id: 'other', connectionId: 'other', name: 'Sør' };
  const refuse = (id: string, why: Reason): RunAnswer => ({
    connectionId: id,
    answer: { ok: false, reason: why },
  });
  const unreachable = reason('network', { host: 'na.myconnectwise.net' });
  const said = async (): Promise<string> => {
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(''));
    return screen.getByRole('status').textContent;
  };

  it('says why, and has no button where pressing again is all that helps', async () => {
    const { view } = await show(overviewOf([CONNECTION]), {
      runAll: () => yes([refuse('books', unreachable)]),
    });
    press('Run now');
    expect(await said()).toBe(reasonText(unreachable));
    expect(screen.getAllByRole('button')).toHaveLength(3);
    await expectAccessible(view.container);
  });

  it('is named where others could begin', async () => {
    const begun: RunAnswer = { connectionId: 'books', answer: { ok: true, value: aRun() } };
    await show(overviewOf([CONNECTION, other]), { runAll: () => yes([begun, refuse('other', unreachable)]) });
    press('Run now');
    expect(await said()).toBe(`Sør: ${reasonText(unreachable)}`);
  });

  it.each<[ReasonCode, string, keyof PopupPort]>([
    ['manageSignedOut', 'Open Manage', 'openManage'],
    ['manageKeysRefused', 'Open settings', 'openOptions'],
    ['microsoftSignInNeeded', 'Sign in to Microsoft', 'signInToMicrosoft'],
  ])('because of %s has the one button that helps: %s', async (code, button, does) => {
    const bills: ConnectionState = { ...CONNECTION, id: 'books:bills', ledger: 'payable' };
    const { port, view } = await show(overviewOf([CONNECTION, bills]), {
      runAll: () => yes([refuse('books:bills', reason(code, { host: 'na.myconnectwise.net' }))]),
    });
    press('Run now');
    expect(await said()).toMatch(/^Vendor bills: /);
    await expectAccessible(view.container);
    press(button);
    expect(port[does]).toHaveBeenCalledOnce();
    if (does === 'signInToMicrosoft') expect(port[does]).toHaveBeenCalledWith('books');
  });

  it('has no second button for what is offered above already', async () => {
    const missing = reason('manageKeysMissing');
    await show(overviewOf([{ ...CONNECTION, missing }]), { runAll: () => yes([refuse('books', missing)]) });
    press('Run now');
    expect(await said()).toBe(reasonText(missing));
    expect(screen.getAllByRole('button', { name: 'Open settings' })).toHaveLength(1);
  });

  it('says so when it was to be tried again', async () => {
    const stuck = { ...CONNECTION, refused: reason('runGaveUp') };
    await show(overviewOf([stuck]), { runAll: () => yes([refuse('books', unreachable)]) });
    press('Try again');
    expect(await said()).toBe(reasonText(unreachable));
  });
});

it('says so when nobody answers', async () => {
  await show(overviewOf([CONNECTION]), { runAll: () => Promise.reject(new Error('gone')) });
  press('Run now');
  expect(await screen.findByText(/did not answer/)).toBeTruthy();
});
