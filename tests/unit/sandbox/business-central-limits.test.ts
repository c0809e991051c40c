import { beforeEach, describe, expect, it } from 'vitest';
import { payNow } from '../../../sandbox/books/happenings';
import { MICROSOFT_LOGIN } from '../../../sandbox/microsoft-login/keys';
import { grantAccess } from '../../../sandbox/microsoft-login/state';
import { openBusinessCentral } from './business-central-client';

let desk: ReturnType<typeof openBusinessCentral>;
beforeEach(() => {
  desk = openBusinessCentral();
});

const REPLICA = { 'data-access-intent': 'ReadOnly' };
const remaining = async (headers = {}) =>
  (await desk.invoices("?$filter=number eq '12301'", headers)).rows[0]?.['remainingAmount'];

describe('A tenant of Business Central', () => {
  it('takes five requests at once and lets the others wait', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => desk.invoices('?$top=1')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(desk.world.businessCentral.traffic).toEqual({ underWay: 0, mostAtOnce: 5, queued: 7, refused: 0 });
  });

  it('refuses what is more than its limit in five minutes', async () => {
    const { knobs, traffic } = desk.world.businessCentral;
    knobs.requestsPerFiveMinutes = 3;
    for (const status of [200, 200, 200, 429]) expect((await desk.invoices('?$top=1')).status).toBe(status);
    desk.advance(299_999);
    expect(await desk.invoices()).toMatchObject({
      status: 429,
      error: { code: 'Application_TooManyRequests' },
    });
    desk.advance(1);
    expect((await desk.invoices('?$top=1')).status).toBe(200);
    expect(traffic.refused).toBe(2);
  });

  it('answers from a replica that is behind, to who does not mind', async () => {
    desk.world.businessCentral.knobs.replicaLagMs = 30_000;
    desk.advance(60_000);
    payNow(desk.world, 12301, 750, '2026-11-23');
    expect([await remaining(), await remaining(REPLICA)]).toEqual([18_000, 18_750]);
    desk.advance(30_000);
    expect(await remaining(REPLICA)).toBe(18_000);
  });

  it('may not have the analytics API', async () => {
    desk.world.businessCentral.knobs.analytics = false;
    expect(await desk.ledger()).toMatchObject({ status: 404, error: { code: 'BadRequest_NotFound' } });
    expect((await desk.invoices()).status).toBe(200);
  });

  it('may leave out old entries without a word', async () => {
    const whole = (await desk.ledger()).rows.length;
    desk.world.businessCentral.knobs.ledgerFrom = '2026-09-01';
    const { rows } = await desk.ledger();
    expect(rows.length).toBeLessThan(whole);
    expect(rows.every((row) => String(row['clePostingDate']) >= '2026-09-01')).toBe(true);
  });

  it('may forbid one list and allow the others', async () => {
    desk.world.businessCentral.knobs.forbidden.add('customerLedgerEntries');
    expect((await desk.ledger()).status).toBe(403);
    expect((await desk.invoices()).status).toBe(200);
    desk.world.businessCentral.knobs.forbidden.add('environments').add('companies');
    expect((await desk.get(`${desk.host}/environments/v1.2`)).status).toBe(403);
    expect((await desk.get(`${desk.api}/v2.0/companies`)).status).toBe(403);
  });

  it('forgets a company that is gone', async () => {
    desk.world.businessCentral.companies.shift();
    expect(await desk.invoices()).toMatchObject({ status: 404, error: { code: 'Internal_CompanyNotFound' } });
  });

  it.each<[string, (tenant: string, now: number) => Partial<Parameters<typeof grantAccess>[1]>]>([
    ['another tenant', () => ({ tenant: 'another' })],
    ['another API', () => ({ audience: 'https://graph.microsoft.com' })],
    ['an hour ago', (_, now) => ({ now: now - 3_600_000 })],
  ])('takes no token of %s', async (_, differently) => {
    const now = desk.world.now();
    const token = grantAccess(desk.world.microsoftLogin, {
      now,
      ...differently(MICROSOFT_LOGIN.tenant, now),
    });
    expect((await desk.invoices('', { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  it('takes no token that was revoked', async () => {
    expect((await desk.invoices()).status).toBe(200);
    desk.world.microsoftLogin.accessTokens.clear();
    expect((await desk.invoices()).status).toBe(401);
  });
});
