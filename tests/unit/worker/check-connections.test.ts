import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { remediesOf, remediesOfLine } from '@/components/options/remedies';
import { reasonText } from '@/components/reason-text';
import type { CheckResult } from '@/utils/accounting/source';
import { reason } from '@/utils/payments/reason';
import type { Settings } from '@/utils/storage/settings';
import { createWorld } from '../../../sandbox/world';
import { ACCOUNTING_CASES } from './check-cases/accounting';
import { BILL_CASES } from './check-cases/bills';
import { BC, CUSTOM, NAV, SESSION, type Desk } from './check-cases/case';
import { MANAGE_CASES } from './check-cases/manage';
import { openDesk } from './support';

const CASES = [...MANAGE_CASES, ...ACCOUNTING_CASES, ...BILL_CASES];

async function checked(desk: Desk, of?: string): Promise<readonly CheckResult[]> {
  const answer = await desk.settingsPage.checkConnections(of === undefined ? undefined : { of });
  if (!answer.ok) throw new Error(answer.reason.code);
  return answer.value.flatMap(({ results }) => results);
}

const lineOf = (results: readonly CheckResult[], probe: string) =>
  results.find((each) => each.probe === probe);

describe('a check tells', () => {
  it.each(CASES)('that $when', async ({ of, given, turn, tells, offers = [] }) => {
    const desk = await openDesk(createWorld, given);
    turn?.(desk.world, desk);
    const [probe = '', ...told] = tells.split(' ');
    const result = lineOf(await checked(desk, of), probe);
    expect([result?.verdict, result?.reason?.code]).toEqual(told);
    if (result?.reason === undefined) throw new Error('no reason');
    // What happened, and what to do: no value is left out of it.
    expect(reasonText(result.reason)).toMatch(/^[^{}]{30,}\.$/);
    expect(remediesOfLine(result, of).map(({ label }) => label)).toEqual(offers);
  });
});

it('every line of a check that can go wrong has such a case', async () => {
  const words = await parseMessagesFile('locales/en.yml');
  const lines = words.flatMap(({ key: [group, line = ''] }) => (group === 'check' ? [line] : []));
  const told = new Set(CASES.map(({ tells }) => tells.split(' ')[0]));
  expect(lines.filter((line) => !told.has(line))).toEqual(
    // The books of the sandbox hold no such entry, and its Manage names every currency: see their own tests.
    ['manageCurrency', 'navOptions'],
  );
});

describe('a check', () => {
  it.each([{}, CUSTOM, SESSION, BC, NAV])('of a sound connection finds nothing to do: %o', async (given) => {
    const desk = await openDesk(createWorld, given);
    const open = (await checked(desk)).filter(({ verdict }) => verdict !== 'ok');
    expect(open.map(({ probe }) => probe)).toEqual(given === CUSTOM ? ['manageClosedInvoices'] : []);
  });

  it('leaves no trace, whatever is written', async () => {
    for (const given of [{}, CUSTOM, SESSION]) {
      const desk = await openDesk(createWorld, given);
      const before = structuredClone(desk.world.manage);
      await checked(desk);
      expect(desk.world.manage).toEqual(before);
    }
  });

  it('finds nobody signed in where only the page is: syncs are the worker’s', async () => {
    const desk = await openDesk(createWorld, SESSION);
    const why = { code: 'manageSignedOut', params: { host: 'na.myconnectwise.net' } } as const;
    const page = desk.openSettingsPage({ tryManage: () => Promise.resolve({ ok: false, reason: why }) });
    expect(await page.checkConnections({ of: 'manage' })).toMatchObject({
      value: [{ of: 'manage', results: [{ probe: 'manageSignedIn', verdict: 'failed', reason: why }] }],
    });
  });

  it('of one connection asks nobody else', async () => {
    const desk = await openDesk(createWorld);
    const from = desk.hosts.requests.length;
    await checked(desk, 'poweroffice-go');
    const hosts = new Set(desk.hosts.requests.slice(from).map(({ host }) => host));
    expect(hosts).toEqual(new Set(['goapi.poweroffice.net']));
  });
});

describe('what a check offers', () => {
  it.each(CASES.filter(({ offers }) => offers !== undefined && offers[0] !== 'Use API keys instead'))(
    'when $when puts it right',
    async ({ of, given, turn, tells }) => {
      const desk = await openDesk(createWorld, given);
      turn?.(desk.world, desk);
      // The other way of writing needs its own right, which this member has.
      const [probe = ''] = tells.split(' ');
      const why = lineOf(await checked(desk, of), probe)?.reason;
      const stored = (await desk.settingsPage.readSettings()) as { value: { settings: Settings } };
      for (const remedy of why ? remediesOf(why, of) : []) {
        const settings = remedy.apply(stored.value.settings);
        expect(await desk.send('saveSettings', { settings, secrets: {} })).toMatchObject({ ok: true });
        const now = lineOf(await checked(desk, of), probe);
        expect(now?.verdict === 'failed', remedy.label).toBe(false);
      }
    },
  );

  it('instead of a session are API keys, which then are asked for', async () => {
    const desk = await openDesk(createWorld, SESSION);
    desk.world.manage.sessionMayWrite = false;
    const why = lineOf(await checked(desk), 'manageWrites')?.reason;
    const stored = (await desk.settingsPage.readSettings()) as { value: { settings: Settings } };
    const [remedy] = why ? remediesOf(why, 'manage') : [];
    const settings = remedy?.apply(stored.value.settings);
    await desk.send('saveSettings', { settings, secrets: {} });
    expect(lineOf(await checked(desk), 'manageSignedIn')?.reason?.code).toBe('manageKeysMissing');
  });
});

describe('closed invoices', () => {
  const tried = async (locked: boolean, invoiceNumber: string) => {
    const desk = await openDesk(createWorld, CUSTOM);
    desk.world.manage.closedInvoicesLocked = locked;
    const before = desk.world.manage.invoices.map(({ customFieldValues }) => new Map(customFieldValues));
    const answer = await desk.settingsPage.tryClosedInvoice({ invoiceNumber });
    const after = desk.world.manage.invoices.map(({ customFieldValues }) => customFieldValues);
    expect(after).toEqual(before);
    return answer as { ok: true; value: CheckResult };
  };

  it.each([
    ['may be changed', false, '12380', 'ok', undefined],
    ['are locked', true, '12380', 'failed', 'closedInvoiceLocked'],
    ['are not proven by one that is open', true, '12345', 'warning', 'invoiceNotClosed'],
    ['are not proven by one that is not there', true, '999999', 'warning', 'notFoundInManage'],
  ])('%s', async (_, locked, number, verdict, code) => {
    const { value } = await tried(locked, number);
    expect([value.probe, value.verdict, value.reason?.code]).toEqual(['manageClosedInvoices', verdict, code]);
  });

  const lineOfCheck = async (desk: Desk) => {
    const line = lineOf(await checked(desk, 'manage'), 'manageClosedInvoices');
    return [line?.verdict, line?.evidence, line?.reason?.code];
  };
  const notesOfRun = async (desk: Desk) => (await desk.run()).notes.map(({ code }) => code);

  it('are remembered as locked once tried, by checks, which offer the other way, and by runs, until tried again', async () => {
    const desk = await openDesk(createWorld, CUSTOM);
    expect(await notesOfRun(desk)).toEqual([]);
    expect(await lineOfCheck(desk)).toEqual(['warning', '', 'closedInvoicesUnknown']);
    await desk.settingsPage.tryClosedInvoice({ invoiceNumber: '12380' });
    expect(await lineOfCheck(desk)).toEqual(['failed', '12380', 'closedInvoiceLocked']);
    expect(await notesOfRun(desk)).toEqual(['closedInvoiceLocked']);

    desk.world.manage.closedInvoicesLocked = false;
    // What proves nothing leaves what is known.
    await desk.settingsPage.tryClosedInvoice({ invoiceNumber: '12345' });
    expect(await lineOfCheck(desk)).toEqual(['failed', '12380', 'closedInvoiceLocked']);
    await desk.settingsPage.tryClosedInvoice({ invoiceNumber: '12380' });
    expect(await lineOfCheck(desk)).toEqual(['ok', '12380', undefined]);
    expect(await notesOfRun(desk)).toEqual([]);
  });

  it('are nothing to a run that writes payment records', async () => {
    const desk = await openDesk(createWorld, CUSTOM);
    await desk.settingsPage.tryClosedInvoice({ invoiceNumber: '12380' });
    const stored = await desk.settingsPage.readSettings();
    const { settings } = stored.ok ? stored.value : (undefined as never);
    const [otherWay] = remediesOf(reason('closedInvoiceLocked', { number: '12380', detail: '' }), 'manage');
    await desk.send('saveSettings', { settings: otherWay?.apply(settings), secrets: {} });
    expect(await notesOfRun(desk)).not.toContain('closedInvoiceLocked');
  });

  it('are tried for no page of Manage', async () => {
    const desk = await openDesk(createWorld, CUSTOM);
    expect(await desk.fromPage('tryClosedInvoice', { invoiceNumber: '12380' })).toMatchObject({ ok: false });
  });
});
