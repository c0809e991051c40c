import { describe, expect, it } from 'vitest';
import type { InvoiceCard, InvoiceCheck } from '@/utils/messaging/invoice-card';
import type { Answer } from '@/utils/messaging/protocol';
import { money } from '@/utils/payments/money';
import { creditNow, payNow, reverseNow } from '../../../sandbox/books/happenings';
import { heldInManage } from '../../../sandbox/oracle';
import { createWorld } from '../../../sandbox/world';
import { openDesk, type DeskOptions } from './support';

const nok = (minor: number) => money(minor, 'NOK');

async function openCards(options: DeskOptions = {}) {
  const desk = await openDesk(createWorld, options);
  const ask = async <T>(name: string, data: unknown, from: 'page' | 'own' = 'page'): Promise<T> => {
    const answer = (await (from === 'page' ? desk.fromPage : desk.send)(name, data)) as Answer<T>;
    if (!answer.ok) throw new Error(answer.reason.code);
    return answer.value;
  };
  return {
    ...desk,
    card: (number: string) => ask<InvoiceCard>('invoiceCard', { number }),
    check: (number: string) => ask<InvoiceCheck>('checkInvoice', { number }),
    lookUp: async (text: string) => {
      const [card] = await ask<readonly InvoiceCard[]>('lookUpInvoice', { text }, 'own');
      if (card === undefined) throw new Error(`nothing is found by ${text}`);
      return card;
    },
    syncInvoice: async (number: string) => {
      const before = desk.runs.length;
      await ask('syncInvoice', { connectionId: desk.connectionId, number });
      await expect.poll(() => desk.runs.slice(before).at(-1)?.phase).toBe('finished');
      return desk.runs.at(-1);
    },
  };
}

describe.each(['payment-record', 'custom-fields'] as const)('written as %s, the card', (strategy) => {
  it('tells what Manage holds before anything was synced', async () => {
    const { card } = await openCards({ strategy });
    expect(await card('12345')).toEqual({
      number: '12345',
      ledger: 'receivable',
      manage: {
        id: expect.any(Number) as number,
        state: 'unpaid',
        total: nok(1_250_00),
        credits: nok(0),
        owed: nok(1_250_00),
        paidAmount: nok(0),
        remaining: nok(1_250_00),
        datePaid: null,
        payments: [],
      },
      address: null,
      problem: null,
      known: [],
    });
  });

  it('tells after a sync what was paid, what the books said of it and when, and which run wrote it', async () => {
    const { card, run, world } = await openCards({ strategy });
    const { startedAt } = await run();
    const { manage, known } = await card('12304');
    expect(manage).toMatchObject({
      state: 'partly-paid',
      total: nok(10_000_00),
      paidAmount: nok(4_000_00),
      remaining: nok(6_000_00),
      datePaid: null,
    });
    const [row] =
      world.manage.invoices.find(({ invoiceNumber }) => invoiceNumber === '12304')?.payments ?? [];
    expect(manage?.payments.map(({ amount, date }) => [amount, date])).toEqual(
      strategy === 'payment-record' ? [[nok(4_000_00), row?.paymentDate.slice(0, 10)]] : [],
    );
    expect(known).toHaveLength(1);
    expect(known[0]).toMatchObject({
      connectionId: 'poweroffice-go',
      name: 'Nord IT',
      books: {
        at: expect.any(Number) as number,
        said: { state: 'posted', settlements: [{ kind: 'payment', amount: nok(4_000_00) }] },
      },
      written: { runStartedAt: startedAt, undo: false, change: { to: { amount: nok(4_000_00) } } },
    });
    expect(known[0]?.books?.said.settlements[0]?.reference).not.toBe('');
  });
});

it('the card of a paid invoice has the date of its payment', async () => {
  const { card, run } = await openCards();
  await run();
  const { manage } = await card('12345');
  expect(manage).toMatchObject({ state: 'paid', remaining: nok(0), datePaid: manage?.payments[0]?.date });
});

it('the card knows what Manage does not: credited, written off, reversed in the books', async () => {
  const { card, run } = await openCards();
  await run();
  const said = async (number: string) => (await card(number)).known[0]?.books?.said;
  expect((await said('12328'))?.settlements).toMatchObject([{ kind: 'credit', amount: nok(2_500_00) }]);
  expect((await said('12338'))?.settlements.map(({ kind }) => kind)).toContain('write-off');
  expect((await said('12340'))?.state).toBe('reversed');
});

it('what Manage credited is told apart from what was paid', async () => {
  const { card, run } = await openCards();
  await run();
  expect((await card('12332')).manage).toMatchObject({
    state: 'paid',
    total: nok(1_000_00),
    credits: nok(300_00),
    owed: nok(700_00),
    paidAmount: nok(700_00),
    remaining: nok(0),
  });
});

it('an invoice that the books alone have is known, and Manage holds none', async () => {
  const { card, run } = await openCards();
  await run();
  const { manage, problem, known } = await card('12362');
  expect({ manage, problem }).toEqual({ manage: null, problem: null });
  expect(known[0]?.books?.said.total).toEqual(nok(3_312_50));
});

it('while Manage does not answer, the card says so and tells what it knows', async () => {
  let isDown = false;
  const { card, run } = await openCards({
    intercept: ({ url }) =>
      isDown && url.includes('/finance/invoices') ? new Response('', { status: 503 }) : undefined,
  });
  await run();
  isDown = true;
  const { manage, problem, known } = await card('12345');
  expect(manage).toBeNull();
  expect(problem?.code).toBe('manageServerError');
  expect(known[0]?.books?.said.state).toBe('posted');
});

describe('Check now', () => {
  it('finds Manage as the books have it', async () => {
    const { check, run } = await openCards();
    await run();
    const { card, connectionId, outcome } = await check('12345');
    expect(outcome).toMatchObject({ invoiceNumber: '12345', kind: 'unchanged', reasons: [] });
    expect(connectionId).toBe('poweroffice-go');
    expect(card.manage?.state).toBe('paid');
  });

  it('shows what differs and writes nothing', async () => {
    const { check, world, hosts } = await openCards();
    const before = heldInManage(world.manage);
    const { outcome } = await check('12345');
    expect(outcome).toMatchObject({
      kind: 'updated',
      change: { from: { amount: null, date: null }, to: { amount: nok(1_250_00) } },
    });
    expect(heldInManage(world.manage)).toEqual(before);
    expect(
      hosts.requests.filter(({ method, host }) => method !== 'GET' && host.includes('connectwise')),
    ).toEqual([]);
  });

  it('learns what the books say now, with the moment', async () => {
    const { check, card, run, world, time } = await openCards();
    await run();
    creditNow(world, 12301, 750, 99001);
    time.advance(60_000);
    const { card: fresh } = await check('12301');
    const known = fresh.known[0]?.books;
    expect(known?.said.settlements).toMatchObject([{ kind: 'credit', amount: nok(750_00) }]);
    expect(known?.at).toBe(world.now());
    expect(await card('12301')).toEqual(fresh);
  });

  it('does not move the last run, and leaves no run behind', async () => {
    const { check, run, fromPage } = await openCards();
    await run();
    const before = await fromPage('panelState');
    await check('12345');
    expect(await fromPage('panelState')).toEqual(before);
  });

  it.each([
    ['an invoice that the books do not have', '12392', null, null],
    ['a number that nobody has', 'no-such-invoice', null, null],
    ['an invoice that Manage does not have', '12362', 'poweroffice-go', 'not-found'],
    ['somebody else’s payment record', '12375', 'poweroffice-go', 'skipped'],
  ])('of %s (%s) says so', async (_, number, connectionId, kind) => {
    const { check } = await openCards();
    const checked = await check(number);
    expect(checked.connectionId).toBe(connectionId);
    expect(checked.outcome?.kind ?? null).toBe(kind);
  });

  it('says what stands in the way of asking the books', async () => {
    const { check } = await openCards({
      mayReach: (patterns) => !patterns.some((each) => each.includes('poweroffice')),
    });
    await expect(check('12345')).rejects.toThrow('hostPermissionMissing');
  });
});

describe('a sync of one invoice', () => {
  it('writes that invoice and no other, and the card tells of it', async () => {
    const { syncInvoice, card, world } = await openCards();
    const before = heldInManage(world.manage);
    const state = await syncInvoice('12345');
    expect(state).toMatchObject({ mode: 'sync', counts: { updated: 1 } });
    const after = heldInManage(world.manage);
    expect(
      [...after]
        .filter(([number, held]) => JSON.stringify(held) !== JSON.stringify(before.get(number)))
        .map(([number]) => number),
    ).toEqual(['12345']);
    expect((await card('12345')).known[0]?.written).toMatchObject({ runStartedAt: state?.startedAt });
  });

  it('is journalled like any other: it can be taken back, and the card says that it was', async () => {
    const { syncInvoice, fromPage, runs, card, connectionId } = await openCards();
    const state = await syncInvoice('12345');
    await fromPage('undoRun', { connectionId, runId: state?.id });
    await expect.poll(() => runs.at(-1)?.mode === 'undo' && runs.at(-1)?.phase).toBe('finished');
    expect((await card('12345')).known[0]?.written).toMatchObject({ undo: true });
    expect((await card('12345')).manage?.state).toBe('unpaid');
  });

  it('does what the check has shown', async () => {
    const { check, syncInvoice, world, run } = await openCards();
    await run();
    payNow(world, 12304, 1_000, '2026-11-21');
    const { outcome } = await check('12304');
    await syncInvoice('12304');
    expect(heldInManage(world.manage).get('12304')?.records).toEqual([
      { amount: (outcome?.change?.to.amount?.minor ?? 0) / 100, date: outcome?.change?.to.date },
    ]);
    expect((await check('12304')).outcome?.kind).toBe('unchanged');
  });

  it('takes the payment of a reversed invoice off Manage', async () => {
    const { check, syncInvoice, world, run } = await openCards();
    await run();
    reverseNow(world, 12345);
    expect((await check('12345')).outcome).toMatchObject({ kind: 'updated', change: { action: 'delete' } });
    await syncInvoice('12345');
    expect(heldInManage(world.manage).get('12345')?.records).toEqual([]);
  });
});

describe('an invoice named by hand', () => {
  it.each([
    ['12345', '12345', 'unpaid'],
    ['  12345 ', '12345', 'unpaid'],
    ['agr-2207', 'AGR-2207', 'unpaid'],
    ['0012345', '0012345', 'unpaid'],
    ['99999', '99999', null],
  ])('as “%s” is %s', async (text, number, state) => {
    const { lookUp } = await openCards();
    const card = await lookUp(text);
    expect(card.number).toBe(number);
    expect(card.manage?.state ?? null).toBe(state);
  });
});

describe('where books and Manage write numbers differently', () => {
  it.each([
    ['as the books write it', 'F12345', { booksPrefix: 'F' }],
    ['without the zeros that do not count', '0012304', { leadingZeros: 'ignored' }],
  ])('an invoice is found %s', async (_, text, matching) => {
    const { lookUp } = await openCards({ connection: { matching } });
    expect((await lookUp(text)).number).toBe(text.replace(/^(F|0+)/, ''));
  });

  it('what is known of an invoice is found under each spelling', async () => {
    const { check, card } = await openCards({ connection: { matching: { leadingZeros: 'ignored' } } });
    const { connectionId } = await check('0012304');
    expect(connectionId).toBe('poweroffice-go');
    expect((await card('12304')).known).toEqual((await card('0012304')).known);
    expect((await card('12304')).known).toHaveLength(1);
  });
});

describe('who may ask', () => {
  it.each<[string, object?]>([
    ['invoiceCard'],
    ['checkInvoice'],
    ['syncInvoice', { connectionId: 'poweroffice-go' }],
  ])('%s is answered to the connected Manage alone', async (name, more) => {
    const { send } = await openCards();
    const elsewhere = { id: 'our-id', url: 'https://eu.myconnectwise.net/', frameId: 0, tab: { id: 1 } };
    expect(await send(name, { ...more, number: '12345' }, elsewhere)).toMatchObject({
      ok: false,
      reason: { code: 'otherManageSite' },
    });
  });

  it('a page may not look invoices up by what somebody typed', async () => {
    const { fromPage } = await openCards();
    expect(await fromPage('lookUpInvoice', { text: '12345' })).toMatchObject({
      reason: { code: 'messageRefused' },
    });
  });

  it.each([
    [undefined],
    ['12345'],
    [{}],
    [{ number: '' }],
    [{ number: 'x'.repeat(101) }],
    [{ number: '1', more: 1 }],
  ])('nothing is done for %o', async (data) => {
    const { fromPage } = await openCards();
    for (const name of ['invoiceCard', 'checkInvoice', 'syncInvoice'])
      expect(await fromPage(name, data)).toMatchObject({ reason: { code: 'messageRefused' } });
  });

  it('no card tells of keys, customers or what else the books have', async () => {
    const { run, card, check, secrets } = await openCards();
    await run();
    const told = JSON.stringify([await card('12345'), await check('12345')]);
    for (const secret of Object.values(secrets)) expect(told.includes(secret) && secret !== '').toBe(false);
    expect(told).not.toContain('10018');
  });
});
