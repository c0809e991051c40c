import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MANAGE_KEYS } from '../../sandbox/manage/api';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import { POWEROFFICE_KEYS } from '../../sandbox/poweroffice-go/api';
import { openOptions } from '../../scripts/connect';
import { sameDayLastMonth } from '../../scripts/same-day-last-month';
import { openDemo, type Demo } from './support/demo';
import { everythingIn, everythingStored } from './support/kept';
import { listedNumbers, runSync, saidOf, type Ending } from './support/panel';
import { manageRequestsSince } from './support/requests';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

describe('The first run, with API keys and payment records', () => {
  let ending: Ending;
  let expected: ReturnType<typeof expectedInManage>;
  let from: number;

  beforeAll(async () => {
    // A page without rows has no badges: nothing but the run asks anything.
    await demo.openInvoiceSearch('rows=0');
    expected = expectedInManage(demo.world, sameDayLastMonth(demo.now), 'payment-record');
    from = demo.sandbox.requests.length;
    ending = await runSync(demo.panel);
  });

  it('leaves in every invoice of Manage exactly what the books say', () => {
    expect(ending.headline).toBe('Sync finished.');
    expect(heldInManage(demo.world.manage)).toEqual(expected.held);
  });

  it('counts what became of the invoices', () => {
    const { updated, unchanged, notFound, skipped, failed } = expected.outcomes;
    expect(ending.counts).toEqual({
      Updated: updated.length,
      Unchanged: unchanged.length,
      'Not found in Manage': notFound.length,
      Skipped: skipped.length,
      Failed: failed.length,
    });
  });

  it('lists the numbers behind the counts', async () => {
    const { updated, notFound, skipped } = expected.outcomes;
    expect(await listedNumbers(demo.panel, 'Updated')).toEqual(updated);
    expect(await listedNumbers(demo.panel, 'Not found in Manage')).toEqual(notFound);
    expect(await listedNumbers(demo.panel, 'Skipped')).toEqual(skipped);
    expect(await saidOf(demo.panel, 'Updated', '12345')).toMatch(/1,250\.00/);
  });

  it('asks Manage for no more than it needs', () => {
    const { writes, lookUps, recordReads } = manageRequestsSince(demo.sandbox.requests, from);
    const { updated, unchanged, notFound, skipped } = expected.outcomes;
    const looked = updated.length + unchanged.length + notFound.length + skipped.length;
    const mayHaveRecords = demo.world.story.inManage.filter(({ record }) => record !== null);
    expect(writes).toHaveLength(updated.length);
    expect(lookUps.length).toBeLessThanOrEqual(2 * Math.ceil(looked / 50));
    expect(recordReads.length).toBeLessThanOrEqual(mayHaveRecords.length);
  });
});

describe('The second run', () => {
  it('goes on from the last successful one and writes nothing', async () => {
    const lastRun = demo.panel.getByRole('option', { name: 'Last Successful Run' });
    expect(await lastRun.isEnabled()).toBe(true);
    const from = demo.sandbox.requests.length;
    const before = heldInManage(demo.world.manage);
    for (const startDate of ['Last Successful Run', 'Past Month']) {
      const { headline, counts } = await runSync(demo.panel, startDate);
      expect(headline).toBe('Sync finished.');
      expect(counts).toMatchObject({ Updated: 0, Failed: 0 });
    }
    expect(manageRequestsSince(demo.sandbox.requests, from).writes).toEqual([]);
    expect(heldInManage(demo.world.manage)).toEqual(before);
  });
});

describe('Secrets', () => {
  it('stand in no place but the sealed vault', async () => {
    await demo.openInvoiceSearch();
    const options = await openOptions(demo.context);
    await options.getByLabel('Private key', { exact: true }).waitFor();
    const places = {
      'what the extension stored': await everythingStored(options),
      'the settings page': await everythingIn(options),
      'Invoice Search': await everythingIn(demo.page),
    };
    await options.close();
    const { applicationKey, clientKey, subscriptionKey } = POWEROFFICE_KEYS;
    const secrets = [MANAGE_KEYS.privateKey, applicationKey, clientKey, subscriptionKey, '-token-1'];
    const found = Object.entries(places).flatMap(([place, text]) =>
      secrets
        .filter((secret) => text.includes(secret) || text.includes(btoa(secret)))
        .map((secret) => `${secret} in ${place}`),
    );
    expect(found).toEqual([]);
    // The search is not in vain: what is no secret does stand there.
    expect(places['what the extension stored'].includes(MANAGE_KEYS.publicKey)).toBe(true);
    expect(places['the settings page'].includes(MANAGE_KEYS.publicKey)).toBe(true);
    expect(places['Invoice Search'].includes('12345')).toBe(true);
  });
});
