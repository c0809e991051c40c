import { afterAll, beforeAll, expect, it } from 'vitest';
import { MANAGE_KEYS, SESSION_MEMBER } from '../../sandbox/manage/api';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import { openOptions } from '../../scripts/connect';
import { sameDayLastMonth } from '../../scripts/same-day-last-month';
import { openDemo, type Demo } from './support/demo';
import { everythingStored } from './support/kept';
import { listedNumbers, runSync, saidOf } from './support/panel';
import { manageRequestsSince } from './support/requests';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo({ signIn: 'My signed-in Manage session', strategy: 'Custom fields' });
});
afterAll(() => demo.close());

it('A session that has ended is told, and nothing is written', async () => {
  const before = heldInManage(demo.world.manage);
  demo.world.manage.signedOut = true;
  await runSync(demo.panel);
  await demo.panel
    .getByText(/not signed in to Manage at na\.myconnectwise\.net/)
    .first()
    .waitFor();
  expect(heldInManage(demo.world.manage)).toEqual(before);
  demo.world.manage.signedOut = false;
});

it('Custom fields, written in the user’s own session, hold what the books say', async () => {
  const expected = expectedInManage(demo.world, sameDayLastMonth(demo.now), 'custom-fields');
  const { headline, counts } = await runSync(demo.panel);
  expect(headline).toBe('Sync finished.');
  expect(heldInManage(demo.world.manage)).toEqual(expected.held);
  const { updated, unchanged, notFound, skipped, failed } = expected.outcomes;
  expect(counts).toEqual({
    Updated: updated.length,
    Unchanged: unchanged.length,
    'Not found in Manage': notFound.length,
    Skipped: skipped.length,
    Failed: failed.length,
  });
  expect(await listedNumbers(demo.panel, 'Updated')).toEqual(updated);
  expect(await listedNumbers(demo.panel, 'Failed')).toEqual(failed);
  expect(await saidOf(demo.panel, 'Failed', '12380')).toMatch(/closed billing status can lock an invoice/);
});

it('The changes appear in Manage under the user’s name, and no key is kept', async () => {
  const changed = demo.world.manage.invoices.find(({ invoiceNumber }) => invoiceNumber === '12345');
  expect(changed?.updatedBy).toBe(SESSION_MEMBER);
  const options = await openOptions(demo.context);
  const stored = await everythingStored(options);
  await options.close();
  expect(stored.includes(MANAGE_KEYS.companyId)).toBe(true);
  expect(stored.includes('manage.privateKey')).toBe(false);
  expect(stored.includes(MANAGE_KEYS.publicKey)).toBe(false);
});

it('A second run changes nothing', async () => {
  const before = heldInManage(demo.world.manage);
  const from = demo.sandbox.requests.length;
  expect((await runSync(demo.panel)).counts).toMatchObject({ Updated: 0, Failed: 1 });
  const { writes } = manageRequestsSince(demo.sandbox.requests, from);
  // Fields of a closed invoice are tried again, and refused again.
  expect(writes.filter(({ status }) => status < 400)).toEqual([]);
  expect(heldInManage(demo.world.manage)).toEqual(before);
});
