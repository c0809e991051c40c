import { describe, expect, it } from 'vitest';
import { suggestionsFor } from '@/utils/payments/suggest-rules';
import type { Connection } from '@/utils/storage/settings';
import { createWorld, type LivingWorld } from '../../../sandbox/world';
import { openDesk } from './support';

/** A firm whose invoices have a prefix in Manage. */
const withPrefix = (now: number, options: { now: () => number }): LivingWorld => {
  const world = createWorld(now, options);
  const invoices = world.manage.invoices.map((invoice) =>
    invoice.type === 'CreditMemo' ? invoice : { ...invoice, invoiceNumber: `INV-${invoice.invoiceNumber}` },
  );
  return Object.assign(world, { manage: { ...world.manage, invoices } });
};

type Matching = Connection['matching'];

async function tryOut(makeWorld: typeof withPrefix, rule: object) {
  const matching = rule as Matching;
  const desk = await openDesk(makeWorld);
  const answer = await desk.settingsPage.previewMatching({ connectionId: desk.connectionId, matching });
  if (!answer.ok) throw new Error(answer.reason.code);
  const preview = answer.value;
  const count = (is: string) => preview.lines.filter((line) => line.is === is).length;
  return {
    ...preview,
    suggestions: suggestionsFor(preview),
    desk,
    matched: count('matched'),
    notFound: count('not-found'),
  };
}

describe('tried on the last invoices of the books', () => {
  it('numbers that are alike match, and there is nothing to suggest beyond that', async () => {
    const { lines, matched, suggestions } = await tryOut(createWorld, {});
    expect(lines).toHaveLength(20);
    expect(matched).toBeGreaterThan(10);
    expect(suggestions).toEqual([]);
  });

  it('numbers without their prefix are not found, and the prefix is suggested with what it would do', async () => {
    const { matched, notFound, suggestions } = await tryOut(withPrefix, {});
    expect([matched, notFound]).toEqual([0, 20]);
    expect(suggestions[0]).toMatchObject({ rule: { managePrefix: 'INV-' } });
    const used = await tryOut(withPrefix, suggestions[0]?.rule ?? {});
    expect(used.matched).toBe(suggestions[0]?.more);
  });

  it('a field that the books leave empty gives nothing to try', async () => {
    expect((await tryOut(createWorld, { field: 'import-reference' })).lines).toEqual([]);
  });

  it('nothing is written, stored or begun', async () => {
    const { desk } = await tryOut(withPrefix, { managePrefix: 'INV-' });
    const asked = desk.hosts.requests.filter(
      ({ host, method }) => host.includes('connectwise') && method !== 'GET',
    );
    expect(asked).toEqual([]);
    const read = await desk.settingsPage.readSettings();
    expect(JSON.stringify(read)).not.toContain('INV-');
    expect(await desk.connectionState()).toMatchObject({ run: null, lastRunAt: null });
  });
});

it.each([
  ['a field that the system does not have', { field: 'external-document-number' }, 'settingsInvalid'],
  ['something else than a rule', 'all', 'settingsInvalid'],
])('%s is refused', async (_, matching, code) => {
  const desk = await openDesk(createWorld);
  const wanted = { connectionId: desk.connectionId, matching: matching as Matching };
  expect(await desk.settingsPage.previewMatching(wanted)).toMatchObject({ reason: { code } });
});

it('a connection that is not stored cannot be tried, and a Manage page may not ask', async () => {
  const desk = await openDesk(createWorld);
  expect(
    await desk.settingsPage.previewMatching({ connectionId: 'other', matching: {} as Matching }),
  ).toMatchObject({
    reason: { code: 'accountingNotConnected' },
  });
  expect(
    await desk.fromPage('previewMatching', { connectionId: desk.connectionId, matching: {} }),
  ).toMatchObject({
    reason: { code: 'messageRefused' },
  });
});
