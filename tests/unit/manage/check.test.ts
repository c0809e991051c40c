import { describe, expect, it } from 'vitest';
import { checkManage } from '@/utils/manage/check';
import { NO_SETTINGS, settingsSchema, type ManageSettings } from '@/utils/storage/settings';
import { i18n } from '../support/i18n';
import { invoiceRow, manageOn, rejectionOf, signal, type Scripted } from './support/scripted-http';

const CUSTOM_FIELDS = [
  { id: 1, caption: 'Paid Amount', type: 'Currency', value: null },
  { id: 2, caption: 'Date Paid', type: 'Date', value: null },
];

/** Noon in Greenwich. */
const NOW = Date.UTC(2026, 10, 22, 12);

/** A Manage in which all is well. */
const GOOD: Readonly<Record<string, Scripted>> = {
  '/system/info': {
    body: { version: 'v2025.1', cloudRegion: 'NA', isCloud: true },
    headers: { date: new Date(NOW).toUTCString(), 'api-current-version': '2025.1' },
  },
  '/system/members/5': { body: { structureLevel: { id: 1, name: 'System Level 1' } } },
  // What cannot exist is not found, by whoever may write.
  '/finance/invoices/7/payments/2147483647': { status: 404, body: { code: 'NotFound', message: 'No' } },
  '/finance/invoices/2147483647': { status: 404, body: { code: 'NotFound', message: 'No' } },
  '/finance/invoices': { body: [invoiceRow({ customFields: CUSTOM_FIELDS })] },
  '/finance/invoices/7/payments': { body: [] },
  '/system/reports/Invoices': {
    body: {
      column_definitions: ['Billing_Log_RecID', 'Invoice_Number', 'Paid_Amount', 'Date_Paid'].map((name) => ({
        [name]: {},
      })),
      row_values: [[7, '12345', 0, null]],
    },
  },
  '/system/mySecurity': {
    body: [
      {
        moduleFunctionName: 'Invoicing',
        member: { id: 5 },
        addLevel: 'All',
        editLevel: 'All',
        deleteLevel: 'All',
        inquireLevel: 'All',
      },
    ],
  },
  '/finance/accountingPackageSetup': { body: [] },
  '/system/userDefinedFields': { body: [{ caption: 'Paid Amount', fieldTypeIdentifier: 'Currency' }] },
};

function settings(over: Partial<ManageSettings> = {}, writeBack: Partial<ManageSettings['writeBack']> = {}) {
  const { manage } = settingsSchema.parse({
    ...NO_SETTINGS,
    manage: { site: 'na.myconnectwise.net', companyId: 'nordit', signIn: 'api-keys', ...over, writeBack },
  });
  if (manage === null) throw new Error('no settings');
  return manage;
}

async function check(answers: Readonly<Record<string, Scripted>> = {}, given = settings()) {
  const { api, seen } = manageOn(({ path }) => ({ ...GOOD, ...answers })[path] ?? { status: 404, text: '' });
  const results = await checkManage(
    api,
    given,
    { member: 'knilsen', now: NOW, closedInvoices: null },
    signal,
  );
  return {
    results,
    seen,
    verdicts: Object.fromEntries(
      results.map(({ probe, verdict, reason }) => [
        probe,
        reason === undefined ? verdict : `${verdict}: ${reason.code}`,
      ]),
    ),
  };
}

const NO_ROW = { status: 403, body: { message: 'No' } };

describe('the check of Manage', () => {
  it('says of each thing a sync needs that it is there, and writes nothing', async () => {
    const { verdicts, seen, results } = await check();
    expect(verdicts).toEqual({
      manageReachable: 'ok',
      manageCompany: 'ok',
      manageSignedIn: 'ok',
      manageVersion: 'ok',
      manageClock: 'ok',
      manageInvoices: 'ok',
      managePayments: 'ok',
      manageCurrency: 'ok',
      manageReport: 'ok',
      manageRole: 'ok',
      manageSystemLevel: 'ok',
      manageWrites: 'ok',
      managePaymentSync: 'ok',
    });
    // The one write there is asks for a payment that no invoice has.
    const writes = seen.filter(({ method }) => method !== 'GET');
    expect(writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /finance/invoices/7/payments/2147483647',
    ]);
    expect(results.find(({ probe }) => probe === 'manageVersion')?.evidence).toBe('v2025.1, NA, API 2025.1');
  });

  it('has words for every line', async () => {
    const { results } = await check({}, settings({}, { strategy: 'custom-fields' }));
    for (const { probe } of results)
      expect(i18n.t(`check.${probe}` as 'check.manageRole'), probe).not.toBe('');
  });

  it('asks for the custom fields where they are chosen, and says that closed invoices have to be tried', async () => {
    const { verdicts, seen } = await check({}, settings({}, { strategy: 'custom-fields' }));
    expect(verdicts).toMatchObject({
      manageWrites: 'ok',
      manageCustomFields: 'ok',
      manageClosedInvoices: 'warning: closedInvoicesUnknown',
    });
    expect(verdicts).not.toHaveProperty('managePaymentSync');
    const writes = seen.filter(({ method }) => method !== 'GET');
    expect(writes.map(({ path }) => path)).toEqual(['/finance/invoices/2147483647']);
  });

  it.each([
    [
      'invoices may not be read',
      { '/finance/invoices': NO_ROW },
      { manageInvoices: 'failed: manageForbidden' },
    ],
    [
      'payments may not be read',
      { '/finance/invoices/7/payments': NO_ROW },
      { managePayments: 'failed: manageForbidden', manageRole: 'ok' },
    ],
    [
      'Manage names no currency',
      { '/finance/invoices': { body: [invoiceRow({ currency: null })] } },
      { manageCurrency: 'warning: manageCurrencyUnknown' },
    ],
    [
      'there is no report',
      { '/system/reports/Invoices': NO_ROW },
      { manageReport: 'warning: manageReportUnavailable' },
    ],
    ['the role is not told', { '/system/mySecurity': NO_ROW }, { manageRole: 'warning: manageForbidden' }],
    [
      'the role may not add',
      {
        '/system/mySecurity': {
          body: [{ moduleFunctionName: 'Invoicing', addLevel: 'None', inquireLevel: 'All' }],
        },
      },
      { manageRole: 'warning: manageRoleTooLow' },
    ],
    ['the role lists no invoicing', { '/system/mySecurity': { body: [{}] } }, { manageRole: 'ok' }],
    [
      'another integration synchronises payments',
      { '/finance/accountingPackageSetup': { body: [{ syncPaymentInfoFlag: true }] } },
      { managePaymentSync: 'failed: otherIntegrationSyncsPayments' },
    ],
    [
      'the accounting setup may not be read',
      { '/finance/accountingPackageSetup': NO_ROW },
      { managePaymentSync: 'warning: accountingSetupUnreadable' },
    ],
    [
      'the version comes malformed',
      { '/system/info': { text: '{' } },
      { manageVersion: 'failed: notJson', manageInvoices: 'ok' },
    ],
    [
      'the role may not write payments',
      { '/finance/invoices/7/payments/2147483647': NO_ROW },
      { manageWrites: 'failed: managePaymentsRefused', managePaymentSync: 'ok' },
    ],
    [
      'it cannot be told whether payments may be written',
      { '/finance/invoices/7/payments/2147483647': { status: 400, body: { message: 'Odd.' } } },
      { manageWrites: 'warning: writeTrialUnclear' },
    ],
    [
      'Manage found what cannot exist',
      { '/finance/invoices/7/payments/2147483647': { status: 204, text: '' } },
      { manageWrites: 'warning: writeTrialUnclear' },
    ],
    [
      'the member stands at another level',
      { '/system/members/5': { body: { structureLevel: { id: 3, name: 'Oslo' } } } },
      { manageSystemLevel: 'warning: manageLevelTooLow' },
    ],
    [
      'the level is not told',
      { '/system/members/5': NO_ROW },
      { manageSystemLevel: 'ok: manageSystemLevelHint' },
    ],
    [
      'the clocks differ',
      {
        '/system/info': {
          body: { version: 'v2025.1' },
          headers: { date: new Date(NOW - 180_000).toUTCString() },
        },
      },
      { manageClock: 'warning: clockDiffersFrom' },
    ],
    [
      'Manage is old',
      { '/system/info': { body: { version: 'v2020.4.8' } } },
      { manageVersion: 'warning: manageVersionOld' },
    ],
    [
      'there is no invoice yet',
      { '/finance/invoices': { body: [] } },
      { manageInvoices: 'ok', managePaymentSync: 'ok' },
    ],
  ])('tells that %s and goes on', async (_, answers, expected) => {
    expect((await check(answers)).verdicts).toMatchObject(expected);
  });

  it('lets payment records beside another integration pass once they are confirmed', async () => {
    const answers = { '/finance/accountingPackageSetup': { body: [{ syncPaymentInfoFlag: true }] } };
    const { verdicts } = await check(answers, settings({}, { besideOtherIntegration: true }));
    expect(verdicts.managePaymentSync).toBe('warning: otherIntegrationSyncsPayments');
  });

  it.each([
    ['missing', CUSTOM_FIELDS.slice(0, 1), 'failed: customFieldMissing'],
    [
      'of the wrong type',
      [{ ...CUSTOM_FIELDS[0], type: 'Text' }, CUSTOM_FIELDS[1]],
      'failed: customFieldWrongType',
    ],
  ])('tells that a custom field is %s', async (_, customFields, verdict) => {
    const answers = { '/finance/invoices': { body: [invoiceRow({ customFields })] } };
    const { verdicts } = await check(answers, settings({}, { strategy: 'custom-fields' }));
    expect(verdicts.manageCustomFields).toBe(verdict);
  });

  it('takes the definitions of custom fields where there is no invoice to look at', async () => {
    const answers = { '/finance/invoices': { body: [] } };
    const { verdicts } = await check(answers, settings({}, { strategy: 'custom-fields' }));
    expect(verdicts.manageCustomFields).toBe('failed: customFieldMissing');
  });

  it('ends where the sign-in is refused', async () => {
    const { verdicts, seen } = await check({ '/system/info': { status: 401, text: '' } });
    expect(verdicts).toEqual({
      manageReachable: 'ok',
      manageCompany: 'ok',
      manageSignedIn: 'ok',
      manageVersion: 'failed: manageKeysRefused',
    });
    expect(seen).toHaveLength(1);
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const { api } = manageOn(() => {
      abort.abort(new Error('stopped'));
      throw new Error('aborted');
    });
    expect(
      await rejectionOf(
        checkManage(api, settings(), { member: 'knilsen', now: NOW, closedInvoices: null }, abort.signal),
      ),
    ).toEqual(new Error('stopped'));
  });
});
