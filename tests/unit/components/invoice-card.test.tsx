// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { InvoiceCardContent } from '@/components/invoice-card/invoice-card';
import type { CardPort } from '@/components/invoice-card/card-port';
import type { InvoiceCard, InvoiceCheck } from '@/utils/messaging/invoice-card';
import type { RunChange } from '@/utils/messaging/protocol';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { reason } from '@/utils/payments/reason';
import {
  aCard,
  aCardPort,
  aCheck,
  BEGUN,
  CHANGE,
  DIFFERS,
  PAID,
  PARTLY_PAID,
  said,
  settlement,
  WRITTEN,
} from './support/cards';
import { expectAccessible } from './support/expect-accessible';
import { no, yes } from './support/options';
import { aRun, LAST_RUN_AT } from './support/runs';

afterEach(cleanup);

const usd = (minor: number) => money(minor, 'USD');

async function show(port: CardPort = aCardPort()) {
  const view = render(
    <section aria-label="card">
      <InvoiceCardContent number="12345" port={port} locale="en-GB" lastWords="Reload this page." />
    </section>,
  );
  const card = screen.getByRole('region', { name: 'card' });
  await waitFor(() => expect(card.textContent).not.toContain('Reading'));
  return { ...view, card, port };
}
const showing = (card: Partial<InvoiceCard>) => show(aCardPort({ read: () => yes(aCard(card)) }));
const checking = (check: InvoiceCheck) => show(aCardPort({ check: () => yes(check) }));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const figure = (term: string): string | null | undefined =>
  screen.queryByText(term, { selector: 'dt' })?.nextElementSibling?.textContent;

describe('in Manage', () => {
  it('total, paid and remaining are told, and who entered which payment when', async () => {
    const { card } = await show();
    expect(screen.getByText('Partly paid')).toBeTruthy();
    expect(figure('Total')).toBe('US$1,250.00');
    expect(figure('Paid Amount')).toBe('US$50.00');
    expect(figure('Remaining')).toBe('US$1,200.00');
    expect(figure('Credited in Manage')).toBeUndefined();
    expect(figure('Date Paid')).toBeUndefined();
    const payments = screen.getByRole('list', { name: 'Payments in Manage' });
    expect(payments.textContent).toBe('1 Mar 2020 US$50.00 entered by Kari');
    await expectAccessible(card);
  });

  it('the day it was paid is told, and what was credited there', async () => {
    const { card } = await showing({ manage: { ...PAID, credits: usd(100_00) } });
    expect(figure('Date Paid')).toBe('5 Mar 2020');
    expect(figure('Credited in Manage')).toBe('US$100.00');
    expect(screen.getByText('Manage holds no payment of this invoice.')).toBeTruthy();
    await expectAccessible(card);
  });

  it.each([
    ['unpaid', 'Unpaid'],
    ['partly-paid', 'Partly paid'],
    ['paid', 'Paid in full'],
    ['nothing-to-pay', 'Nothing to pay'],
    ['credit-memo', 'Credit memo'],
    ['credited', 'Credited'],
  ] as const)('%s is called “%s”', async (state, words) => {
    const { card } = await showing({ manage: { ...PARTLY_PAID, state } });
    expect(screen.getByText(words)).toBeTruthy();
    await expectAccessible(card);
  });

  it('an invoice that Manage does not hold is no error', async () => {
    const { card } = await showing({ manage: null });
    expect(screen.getByText('Manage holds no invoice of this number.')).toBeTruthy();
    await expectAccessible(card);
  });

  it('why Manage does not tell is said, beside what is known', async () => {
    const { card } = await showing({ manage: null, problem: reason('manageSignedOut') });
    expect(card.textContent).not.toContain('Manage holds no invoice');
    expect(within(card).getByText(/sign in/i)).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Settlements' })).toBeTruthy();
    await expectAccessible(card);
  });
});

describe('in the books', () => {
  it('every settlement is told with its day and reference, and as of when', async () => {
    const { card } = await showing({
      known: [
        said({
          settlements: [
            settlement('payment', 50_00),
            settlement('discount', 1_00, { date: null, reference: '' }),
            settlement('unclassified', 2_00),
          ],
        }),
      ],
    });
    const lines = within(screen.getByRole('list', { name: 'Settlements' })).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      '1 Mar 2020 US$50.00 Payment · 20412',
      'no date US$1.00 Discount',
      '1 Mar 2020 US$2.00 Settlement · 20412',
    ]);
    expect(card.textContent).toMatch(/As this browser last read it, 22 Nov 2026, \d\d:00/);
    await expectAccessible(card);
  });

  it.each([
    ['cancelled', { state: 'cancelled' }, ['Cancelled in the books.']],
    ['reversed', { state: 'reversed' }, ['Reversed in the books.']],
    ['a draft', { state: 'draft' }, ['A draft in the books.']],
    [
      'credited and written off',
      {
        settlements: [
          settlement('credit', 400_00),
          settlement('write-off', 3_00),
          settlement('credit', 1_00),
        ],
      },
      ['US$401.00 credited in the books.', 'US$3.00 written off in the books.'],
    ],
  ] as const)('what Manage does not show is said first: %s', async (_, change, words) => {
    const { card } = await showing({ known: [said(change)] });
    const beyond = within(screen.getByRole('list', { name: 'Not shown by Manage' })).getAllByRole('listitem');
    expect(beyond.map(({ textContent }) => textContent)).toEqual(words);
    await expectAccessible(card);
  });

  it('a credit that Manage has applied just so is no news', async () => {
    await showing({
      manage: { ...PARTLY_PAID, credits: usd(400_00) },
      known: [said({ settlements: [settlement('credit', 400_00)] })],
    });
    expect(screen.queryByRole('list', { name: 'Not shown by Manage' })).toBeNull();
  });

  it.each([
    [false, 'Written to Manage', /by the sync that began 22 Nov 2026/],
    [true, 'Taken back from Manage', /by the undo that began 22 Nov 2026/],
  ])('the run that wrote it is named (undo: %s)', async (undo, title, by) => {
    const written = { at: LAST_RUN_AT + 1_000, runStartedAt: LAST_RUN_AT, undo, change: CHANGE };
    const { card } = await showing({ known: [{ ...said(), written }] });
    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    expect(card.textContent).toMatch(by);
    expect(card.textContent).toContain('none → US$50.00');
    await expectAccessible(card);
  });

  it('what makes the figures less than certain is said', async () => {
    const { card } = await showing({ known: [said({ notes: ['dateFirstSeen'] })] });
    expect(card.textContent).toContain('first saw the amount');
  });

  it('each of several connections that have it is told by its name', async () => {
    const { card } = await showing({
      known: [said(), { ...said(), connectionId: 'other', name: 'Nord Drift' }],
    });
    expect(screen.getByRole('region', { name: 'In Nord IT' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'In Nord Drift' })).toBeTruthy();
    await expectAccessible(card);
  });

  it('an invoice that no sync has met says so', async () => {
    const { card } = await showing({ known: [] });
    expect(card.textContent).toContain('No sync in this browser has met this invoice.');
    await expectAccessible(card);
  });
});

describe('Check now', () => {
  const statusText = () => screen.getAllByRole('status').at(-1)?.textContent;

  it('says that Manage shows what the books say, with nothing to write', async () => {
    const { card, port } = await show();
    press('Check now');
    expect(statusText()).toBe('Asking the accounting system…');
    await waitFor(() => expect(statusText()).toBe('Manage shows what the books say.'));
    expect(port.check).toHaveBeenCalledWith('12345');
    expect(screen.queryByRole('button', { name: 'Write to Manage' })).toBeNull();
    await expectAccessible(card);
  });

  it('shows old and new before anything is written, and what was just learnt', async () => {
    const fresh = aCard({ known: [said({ settlements: [settlement('payment', 70_00)] })] });
    const { card, port } = await checking({ ...DIFFERS, card: fresh });
    press('Check now');
    await screen.findByRole('button', { name: 'Write to Manage' });
    expect(card.textContent).toContain('Manage shows something else than the books.');
    expect(card.textContent).toContain('none → US$50.00');
    expect(card.textContent).toContain('US$70.00');
    expect(port.sync).not.toHaveBeenCalled();
    await expectAccessible(card);
  });

  it.each([
    [
      'the books do not have it',
      aCheck({ connectionId: null, outcome: null }),
      'The books have no invoice of this number.',
    ],
    [
      'there is nothing to compare',
      aCheck({ outcome: null }),
      'The books have it, and there is nothing to show in Manage.',
    ],
    [
      'Manage does not have it',
      aCheck({
        outcome: { invoiceNumber: '12345', kind: 'not-found', reasons: [reason('notFoundInManage')] },
      }),
      'Not found in Manage',
    ],
    [
      'it would be skipped',
      aCheck({
        outcome: { invoiceNumber: '12345', kind: 'skipped', reasons: [reason('remainingUnknown')] },
      }),
      'Skipped',
    ],
  ])('says when %s', async (_, check, words) => {
    const { card } = await checking(check);
    press('Check now');
    await waitFor(() => expect(statusText()).toBe(words));
    expect(screen.queryByRole('button', { name: 'Write to Manage' })).toBeNull();
    await expectAccessible(card);
  });

  it('says why the books could not be asked', async () => {
    const { card } = await show(aCardPort({ check: () => no(reason('accountingNotConnected')) }));
    press('Check now');
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
    await expectAccessible(card);
  });

  it('asks once, however often it is pressed', async () => {
    const { port } = await show(aCardPort({ check: vi.fn(() => new Promise<never>(() => undefined)) }));
    press('Check now');
    press('Check now');
    expect(screen.getByRole('button', { name: 'Check now' }).getAttribute('aria-disabled')).toBe('true');
    expect(port.check).toHaveBeenCalledTimes(1);
  });
});

describe('Write to Manage', () => {
  async function write(port: CardPort) {
    const view = await show(port);
    press('Check now');
    const button = await screen.findByRole('button', { name: 'Write to Manage' });
    button.focus();
    fireEvent.click(button);
    return view;
  }
  const differing = (change: Partial<CardPort> = {}) => aCardPort({ check: () => yes(DIFFERS), ...change });

  it('runs that invoice of the connection that has it, and tells the result and what Manage then holds', async () => {
    const read = vi
      .fn()
      .mockReturnValueOnce(yes(aCard()))
      .mockReturnValue(yes(aCard({ manage: PAID })));
    const { card, port } = await write(differing({ read }));
    expect(port.sync).toHaveBeenCalledWith('books', '12345');
    await screen.findByText('Written. Manage shows what the books say.');
    expect(screen.getByText('Paid in full')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Write to Manage' })).toBeNull();
    await expectAccessible(card);
  });

  it('gives its focus to Check now when it goes', async () => {
    await write(differing());
    await screen.findByText('Written. Manage shows what the books say.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Check now' }));
  });

  it('follows a run that takes its time by the news of it, and asks for nothing in between', async () => {
    const readRun = vi.fn().mockResolvedValueOnce(BEGUN).mockResolvedValue(WRITTEN);
    let listener: (news: RunChange) => void = () => undefined;
    const tell = () => act(() => listener({ connectionId: 'books', run: BEGUN }));
    const news: Partial<CardPort> = {
      onRunChanged: (heard) => ((listener = heard), () => undefined),
      askAgainMs: 600_000,
    };
    await write(differing({ ...news, sync: () => yes(aRun({ id: 'one', phase: 'paused' })), readRun }));
    expect(await screen.findByText('The sync waits and goes on by itself.')).toBeTruthy();
    expect(readRun).not.toHaveBeenCalled();
    await tell();
    expect(await screen.findByText('Writing…')).toBeTruthy();
    expect(readRun).toHaveBeenCalledOnce();
    await tell();
    expect(await screen.findByText('Written. Manage shows what the books say.')).toBeTruthy();
  });

  it.each([
    ['nothing had to be written any more', aRun({ id: 'one' }), null, 'Nothing had to be written any more.'],
    ['another run has begun since', aRun({ id: 'two' }), null, 'Nothing had to be written any more.'],
    [
      'the run failed',
      aRun({ id: 'one', phase: 'failed', failure: reason('customFieldMissing', { caption: 'Paid Amount' }) }),
      null,
      /There is no custom field/,
    ],
    [
      'the invoice failed',
      aRun({ id: 'one' }),
      { invoiceNumber: '12345', kind: 'failed', reasons: [reason('notVerified')] } as const,
      'Failed',
    ],
  ])('says when %s', async (_, run, outcome, words) => {
    const ended = { readRun: () => Promise.resolve(run), readOutcome: () => Promise.resolve(outcome) };
    const { card } = await write(differing(ended));
    expect(await screen.findByText(words)).toBeTruthy();
    await expectAccessible(card);
  });

  it('says why the run could not begin', async () => {
    await write(differing({ sync: () => no(reason('runAlreadyActive')) }));
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
    expect(screen.getByRole('button', { name: 'Write to Manage' })).toBeTruthy();
  });
});

describe('a worker that is gone', () => {
  it.each(['read', 'check'] as const)(
    'leaves one line and no button that would do nothing (%s)',
    async (name) => {
      const { card } = await show(aCardPort({ [name]: () => Promise.reject(new Error('invalidated')) }));
      if (name === 'check') press('Check now');
      expect(await screen.findByText('Reload this page.')).toBeTruthy();
      expect(screen.queryAllByRole('button')).toEqual([]);
      await expectAccessible(card);
    },
  );
});

it('a reference that looks like markup stays text', async () => {
  const hostile = '<img src=x onerror="alert(1)">';
  const { card } = await showing({
    known: [
      said({ settlements: [settlement('payment', 1, { reference: hostile, date: isoDate('2020-03-01') })] }),
    ],
  });
  expect(card.textContent).toContain(hostile);
  expect(card.querySelector('img')).toBeNull();
});

it('leads to the invoice in Manage and in the books, where addresses are known', async () => {
  const { card } = await showing({
    address: 'https://na.myconnectwise.net/?id=1',
    known: [{ ...said(), address: 'https://books.example/12345' }],
  });
  const to = (name: string) => within(card).getByRole('link', { name }).getAttribute('href');
  expect(to('Open invoice 12345 in Manage')).toBe('https://na.myconnectwise.net/?id=1');
  expect(to('Open invoice 12345 in accounting')).toBe('https://books.example/12345');
  await expectAccessible(card);
});
