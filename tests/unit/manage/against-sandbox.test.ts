import { describe, expect, it } from 'vitest';
import { allInvoices } from './support/all-invoices';
import { newest } from '@/utils/manage/newest';
import { checkManage } from '@/utils/manage/check';
import { createCustomFieldsWriteBack } from '@/utils/manage/custom-fields-write-back';
import { createPaymentRecordWriteBack } from '@/utils/manage/payment-record-write-back';
import { requireNoOtherIntegration } from '@/utils/manage/payment-sync-guard';
import type { Change } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { money } from '@/utils/payments/money';
import { NO_SETTINGS, settingsSchema } from '@/utils/storage/settings';
import { DROP_ANSWER } from '../../../sandbox/drop';
import type { ManageInvoiceRow } from '../../../sandbox/manage/state';
import { MANAGE_KEYS, sandboxManage, SITE, type SandboxManage } from './support/sandbox-manage';
import { rejectionOf, signal } from './support/scripted-http';

const CAPTIONS = { paidAmountCaption: 'Paid Amount', datePaidCaption: 'Date Paid' };
const day = isoDate('2026-03-30');
const nothing = { amount: null, date: null };

/** Open invoices over some amount in NOK on which nobody has entered a payment. */
function unpaid({ world }: SandboxManage, count: number): ManageInvoiceRow[] {
  const rows = world.manage.invoices.filter(
    ({ type, payments, total, currencyCode, closed }) =>
      type !== 'CreditMemo' && payments.length === 0 && total >= 100 && currencyCode === 'NOK' && !closed,
  );
  if (rows.length < count) throw new Error('the sandbox has too few unpaid invoices');
  return rows.slice(0, count);
}

function rowOf({ world }: SandboxManage, id: number): ManageInvoiceRow {
  const row = world.manage.invoices.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no invoice ${id}`);
  return row;
}

async function held({ api }: SandboxManage, number: string): Promise<ManageInvoice> {
  const { invoices } = await api.findInvoices([number], signal);
  const invoice = invoices.find((each) => each.number === number);
  if (invoice === undefined) throw new Error(`Manage does not find ${number}`);
  return invoice;
}

function recordChange(
  invoice: ManageInvoice,
  how: { action: 'create' } | { action: 'update' | 'delete'; recordId: number },
  kroner: number | null,
): Change {
  const to = kroner === null ? nothing : { amount: money(kroner * 100, 'NOK'), date: day };
  return {
    strategy: 'payment-record',
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    from: nothing,
    to,
    ...how,
  };
}

function fieldsChange(invoice: ManageInvoice, to: Change['to']): Change {
  return {
    strategy: 'custom-fields',
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    from: nothing,
    to,
  };
}

describe('the client on a strict Manage', () => {
  it('finds every invoice by its number, 50 to a request', async () => {
    const manage = await sandboxManage();
    const numbers = [...new Set(manage.world.manage.invoices.map(({ invoiceNumber }) => invoiceNumber))];
    const { invoices, unaskable, unreadable } = await manage.api.findInvoices(numbers, signal);
    expect(new Set(invoices.map(({ number }) => number))).toEqual(new Set(numbers));
    expect([unaskable, unreadable]).toEqual([[], []]);
    expect(manage.newRequests()).toEqual(Array(Math.ceil(numbers.length / 50)).fill('GET /finance/invoices'));
  });

  it('finds hostile numbers and nothing else by them', async () => {
    const manage = await sandboxManage();
    const hostile = [
      `O'Brien & 50% *+`,
      '<img src=x onerror=alert(1)>',
      '[1]',
      'a]b',
      '請求書 🧾',
      '%22) or id>0',
      '\\',
      '*',
    ];
    const rows = unpaid(manage, hostile.length);
    hostile.forEach((invoiceNumber, index) => {
      const row = rows[index];
      if (row !== undefined) Object.assign(row, { invoiceNumber });
    });
    for (const number of hostile) {
      const { invoices } = await manage.api.findInvoices([number], signal);
      expect(invoices.map((invoice) => invoice.number)).toEqual([number]);
    }
    expect((await manage.api.findInvoices(hostile, signal)).invoices).toHaveLength(hostile.length);
  });

  it('reads every invoice by pages, in the order of ids', async () => {
    const { api, world } = await sandboxManage();
    const ids: number[] = [];
    for await (const invoices of allInvoices(api, '', signal)) ids.push(...invoices.map(({ id }) => id));
    expect(ids).toEqual(world.manage.invoices.map(({ id }) => id).sort((a, b) => a - b));
  });

  it('reads in the report what the payments say', async () => {
    const manage = await sandboxManage();
    const { invoices } = await manage.api.findInvoices(
      manage.world.manage.invoices.map(({ invoiceNumber }) => invoiceNumber),
      signal,
    );
    const report = await manage.api.invoiceReport(invoices, signal);
    expect(report?.size).toBe(invoices.length);
    const read = await createPaymentRecordWriteBack(manage.api).read(invoices, signal);
    for (const invoice of invoices) {
      const shown = read.get(invoice.id);
      const [record] = shown !== undefined && 'records' in shown ? shown.records : [];
      expect(report?.get(invoice.id), invoice.number).toEqual({
        paidAmount: record?.amount ?? money(0, invoice.currency),
        datePaid: record?.date ?? null,
      });
    }
  });

  it.each([403, 404] as const)('does without the report where it is refused with %i', async (status) => {
    const manage = await sandboxManage();
    Object.assign(manage.world.manage, { reportsAvailable: false, reportsRefusal: status });
    const invoice = await held(manage, unpaid(manage, 1)[0]?.invoiceNumber ?? '');
    expect(await manage.api.invoiceReport([invoice], signal)).toBeNull();
  });

  it.each(['api-keys', 'session'] as const)(
    'makes, changes and removes a payment record with %s',
    async (signIn) => {
      const manage = await sandboxManage(signIn);
      const writeBack = createPaymentRecordWriteBack(manage.api);
      const [row] = unpaid(manage, 1);
      const invoice = await held(manage, row?.invoiceNumber ?? '');
      manage.newRequests();
      const made = await writeBack.write(recordChange(invoice, { action: 'create' }, 40), invoice, signal);
      const recordId = (made.strategy === 'payment-record' && made.records[0]?.id) || 0;
      expect(rowOf(manage, invoice.id).payments).toMatchObject([
        { id: recordId, amount: 40, paymentDate: day },
      ]);
      await writeBack.write(recordChange(invoice, { action: 'update', recordId }, 60.5), invoice, signal);
      const now = await held(manage, invoice.number);
      expect(now.payments).toEqual(money(6050, 'NOK'));
      expect((await writeBack.read([now], signal)).get(now.id)).toMatchObject({
        records: [{ id: recordId, amount: money(6050, 'NOK'), date: day }],
      });
      await writeBack.write(recordChange(invoice, { action: 'delete', recordId }, null), invoice, signal);
      expect(rowOf(manage, invoice.id).payments).toEqual([]);
      expect(manage.newRequests().filter((request) => !request.startsWith('GET'))).toHaveLength(3);
    },
  );

  it('tells apart what changed meanwhile, what is too much, and what was lost', async () => {
    let drop = false;
    const manage = await sandboxManage('api-keys', {
      intercept: ({ method }) => (drop && method === 'POST' ? DROP_ANSWER : undefined),
    });
    const writeBack = createPaymentRecordWriteBack(manage.api);
    const [row] = unpaid(manage, 1);
    const invoice = await held(manage, row?.invoiceNumber ?? '');
    const create = recordChange(invoice, { action: 'create' }, 1);
    const attempt = (change: Change) => rejectionOf(writeBack.write(change, invoice, signal));

    expect(await attempt(recordChange(invoice, { action: 'create' }, 10_000_000))).toMatchObject({
      reason: { code: 'manageRefused' },
    });
    drop = true;
    expect(await attempt(create)).toMatchObject({ reason: { code: 'network' }, retryable: true });
    expect(rowOf(manage, invoice.id).payments).toHaveLength(1);
    drop = false;
    expect(await attempt(create)).toMatchObject({ reason: { code: 'changedMeanwhile' } });
    expect(await attempt(recordChange(invoice, { action: 'delete', recordId: 1 }, null))).toMatchObject({
      reason: { code: 'changedMeanwhile' },
    });
  });

  it('fills and empties custom fields and leaves the others as they are', async () => {
    const manage = await sandboxManage();
    const writeBack = createCustomFieldsWriteBack(manage.api, CAPTIONS);
    const [row] = unpaid(manage, 1);
    const before = new Map(row?.customFieldValues);
    const read = async () => {
      const invoice = await held(manage, row?.invoiceNumber ?? '');
      return { invoice, shown: (await writeBack.read([invoice], signal)).get(invoice.id) };
    };
    const first = await read();
    expect(first.shown).toEqual({ strategy: 'custom-fields', ...nothing });
    manage.newRequests();
    const paid = { amount: money(4050, 'NOK'), date: day };
    await writeBack.write(fieldsChange(first.invoice, paid), first.invoice, signal);
    expect(manage.newRequests()).toEqual([`PATCH /finance/invoices/${first.invoice.id}`]);
    const second = await read();
    expect(second.shown).toEqual({ strategy: 'custom-fields', ...paid });
    await writeBack.write(fieldsChange(second.invoice, nothing), second.invoice, signal);
    expect(rowOf(manage, first.invoice.id).customFieldValues).toEqual(before);
    expect(rowOf(manage, first.invoice.id).edits ?? new Map()).toEqual(new Map());
  });

  it('explains that a closed invoice is locked against custom fields', async () => {
    const manage = await sandboxManage();
    const [row] = unpaid(manage, 1);
    if (row !== undefined) Object.assign(row, { closed: true });
    const invoice = await held(manage, row?.invoiceNumber ?? '');
    const writeBack = createCustomFieldsWriteBack(manage.api, CAPTIONS);
    const change = fieldsChange(invoice, { amount: money(100, 'NOK'), date: day });
    expect(await rejectionOf(writeBack.write(change, invoice, signal))).toMatchObject({
      reason: { code: 'customFieldsRefused' },
    });
  });

  it('notices another integration that synchronises payments', async () => {
    const { api, world } = await sandboxManage();
    expect(await requireNoOtherIntegration(api, signal)).toEqual([]);
    world.manage.accountingPackage.syncPaymentInfoFlag = true;
    expect(await rejectionOf(requireNoOtherIntegration(api, signal))).toMatchObject({
      reason: { code: 'otherIntegrationSyncsPayments' },
    });
  });

  it('is told by the login page that a session has ended', async () => {
    const { api, world } = await sandboxManage('session');
    expect(await newest(api, signal)).not.toBeNull();
    Object.assign(world.manage, { signedOut: true });
    expect(await rejectionOf(newest(api, signal))).toMatchObject({
      reason: { code: 'manageSignedOut' },
    });
  });

  it('says that a session may read only', async () => {
    const manage = await sandboxManage('session');
    Object.assign(manage.world.manage, { sessionMayWrite: false });
    const invoice = await held(manage, unpaid(manage, 1)[0]?.invoiceNumber ?? '');
    const write = createPaymentRecordWriteBack(manage.api).write(
      recordChange(invoice, { action: 'create' }, 1),
      invoice,
      signal,
    );
    expect(await rejectionOf(write)).toMatchObject({ reason: { code: 'manageSessionMayNotWrite' } });
  });

  it.each(['payment-record', 'custom-fields'] as const)('passes the check for %s', async (strategy) => {
    const sandbox = await sandboxManage();
    const { manage } = settingsSchema.parse({
      ...NO_SETTINGS,
      manage: {
        site: SITE,
        companyId: MANAGE_KEYS.companyId,
        signIn: 'api-keys',
        publicKey: MANAGE_KEYS.publicKey,
        clientId: MANAGE_KEYS.clientId,
        writeBack: { strategy },
      },
    });
    if (manage === null) throw new Error('no settings');
    const before = structuredClone(sandbox.world.manage);
    const context = { member: MANAGE_KEYS.publicKey, now: sandbox.world.now(), closedInvoices: null };
    const results = await checkManage(sandbox.api, manage, context, signal);
    const open = results.filter(({ verdict }) => verdict !== 'ok');
    // Nobody can tell beforehand whether custom fields of closed invoices can be changed.
    expect(open.map(({ probe }) => probe)).toEqual(
      strategy === 'custom-fields' ? ['manageClosedInvoices'] : [],
    );
    expect(sandbox.world.manage).toEqual(before);
  });
});
