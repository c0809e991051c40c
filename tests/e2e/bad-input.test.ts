import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectedInManage, heldInManage, type Held } from '../../sandbox/oracle';
import { DROP, DROP_ANSWER } from '../../sandbox/server';
import { ADDRESS, json, page, text } from './support/answers';
import { rightBadges, rowsInView } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { localDay } from './support/local-day';
import { pressRunSync, runSync, saidOf, untilEnded } from './support/panel';

/** Fewer invoices than of a month: all these runs have to stay within the requests Manage allows in a minute. */
const START = 'Past Week';

let demo: Demo;
let expected: ReturnType<typeof expectedInManage>;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
beforeEach(async () => {
  demo.startOver();
  expected = expectedInManage(demo.world, localDay(demo.now - 7 * 86_400_000), 'payment-record');
  await demo.openInvoiceSearch('rows=0');
});

/** The path under which the payments of an invoice stand. */
function paymentsOf(number: string): string {
  const invoice = demo.world.manage.invoices.find(({ invoiceNumber }) => invoiceNumber === number);
  return `/finance/invoices/${invoice?.id}/payments`;
}

/** With every system answering again, a run leaves in Manage what the books say: nothing was lost. */
async function expectNothingLost(): Promise<void> {
  demo.answerInstead(null);
  await runSync(demo.panel, START);
  expect(heldInManage(demo.world.manage)).toEqual(expected.held);
}

function heldOf(number: string): Held {
  const all = expected.held.get(number);
  if (all === undefined) throw new Error(`Manage has no invoice ${number}`);
  return all;
}

/** Lets the vendor answer, and changes rows of the list it answers with, by what they hold under `key`. */
function damageRows(where: RegExp, key: string, damages: Record<string, Record<string, unknown>>): void {
  demo.answerInstead(async (request) => {
    if (request.method !== 'GET' || !where.test(request.url)) return undefined;
    const answer = await demo.vendorsAnswer(request);
    if (answer.status !== 200) return answer;
    const rows = (await answer.json()) as Record<string, unknown>[];
    const changed = rows.map((row) => ({ ...row, ...damages[String(row[key])] }));
    return Response.json(changed, { headers: { Date: answer.headers.get('Date') ?? '' } });
  });
}

function threeToUpdate(): [string, string, string] {
  const [one = '', two = '', three = ''] = expected.outcomes.updated.slice(-3);
  return [one, two, three];
}

describe('What is sent instead of an answer is told in words; nothing is written and nothing lost', () => {
  const { finance, invoices, token, books, booksApi } = ADDRESS;
  it.each([
    ['Manage’s login page', finance, () => page(200), 'does not accept the API keys'],
    ['401 of Manage', finance, () => json(401, { code: 'Unauthorized' }), 'does not accept the API keys'],
    ['403 of Manage', finance, () => json(403, { code: 'Security' }), 'does not allow this member'],
    ['404 of Manage', finance, () => json(404, { code: 'ConnectWiseApi' }), 'does not offer what was asked'],
    ['half an answer of Manage', invoices, () => text('[{"id": 1, "inv'), 'sent something else than data'],
    ['another shape of Manage', invoices, () => json(200, { rows: [] }), 'Manage invoices came in a form'],
    [
      'no token',
      token,
      () => json(400, { error: 'invalid_client' }),
      'PowerOffice Go does not accept the keys',
    ],
    [
      'a token that is none',
      token,
      () => json(200, { access_token: 7 }),
      'PowerOffice Go token came in a form',
    ],
    [
      '400 of the books',
      books,
      () => json(400, { detail: 'No such filter' }),
      'OutgoingInvoices: No such filter',
    ],
    ['401 of the books', booksApi, () => json(401, {}), 'PowerOffice Go does not accept the keys'],
    ['403 of the books', books, () => json(403, {}), 'let this integration read OutgoingInvoices'],
    [
      'a page for the books',
      books,
      () => page(200),
      'goapi.poweroffice.net sent something else than data (“<!DOCTYPE',
    ],
    [
      'half an answer of the books',
      books,
      () => text('[{"Id": "1", '),
      'goapi.poweroffice.net sent something else than data (“[…”)',
    ],
    ['another shape of the books', books, () => json(200, { value: [] }), 'OutgoingInvoices came in a form'],
  ])('%s', async (_, where, answer, words) => {
    const before = heldInManage(demo.world.manage);
    demo.answerInstead(({ url }) => (where.test(url) ? answer() : undefined));
    const problem = demo.panel.locator('.problem', { hasText: words });
    // The panel still shows how the run before went.
    expect(await problem.count()).toBe(0);
    await pressRunSync(demo.panel, START);
    await problem.waitFor();
    expect(heldInManage(demo.world.manage)).toEqual(before);
  });

  it('and once everybody answers again, nothing was lost', expectNothingLost);
});

describe('A system that does not answer now pauses the run, which then goes on where it was', () => {
  const { invoices, books } = ADDRESS;
  it.each([
    ['Manage with 500', invoices, () => json(500, {}), 'failed while answering (status 500)'],
    ['no connection to Manage', invoices, () => DROP, 'api-na.myconnectwise.net could not be reached'],
    ['the books with a page', books, () => page(503), 'goapi.poweroffice.net answered with status 503'],
  ])('%s', async (_, where, answer, words) => {
    const { panel } = demo;
    demo.answerInstead(({ url }) => (where.test(url) ? answer() : undefined));
    const { headline } = await runSync(panel, START);
    expect(headline).toMatch(/^Sync is paused\. It goes on by itself at .*\.$/);
    await panel.locator('.problem', { hasText: words }).waitFor();
    demo.answerInstead(null);
    // Nobody waits for a minute here: a paused run can be stopped, and gone on with.
    await panel.getByRole('button', { name: 'Stop' }).click();
    const ending = await untilEnded(panel, () => panel.getByRole('button', { name: 'Continue' }).click());
    expect(ending.headline).toBe('Sync finished.');
    expect(heldInManage(demo.world.manage)).toEqual(expected.held);
  });

  it.each([
    ['Manage', ADDRESS.manage],
    ['the books', ADDRESS.booksApi],
  ])('%s with 429, which is waited out without a word', async (_, where) => {
    const refused = new Set<string>();
    demo.answerInstead(({ method, url }) => {
      if (!where.test(url) || refused.size === 3 || refused.has(`${method} ${url}`)) return undefined;
      refused.add(`${method} ${url}`);
      return json(429, { error: 'ConnectWiseAPI', message: 'Too many requests.' }, { 'Retry-After': '1' });
    });
    const { headline, counts } = await runSync(demo.panel, START);
    expect(refused.size).toBe(3);
    expect(headline).toBe('Sync finished.');
    expect(counts).toMatchObject({ Updated: expected.outcomes.updated.length, Failed: 0 });
    expect(heldInManage(demo.world.manage)).toEqual(expected.held);
  });
});

describe('What goes wrong with one invoice does not concern the others', () => {
  it('a write that Manage answers with 500 fails, and is tried again on request', async () => {
    const { panel } = demo;
    const failing = paymentsOf('12345');
    demo.answerInstead(({ method, url }) =>
      method === 'POST' && url.includes(failing) ? json(500, { message: 'Deadlock' }) : undefined,
    );
    const { counts } = await runSync(panel, START);
    expect(counts).toMatchObject({ Updated: expected.outcomes.updated.length - 1, Failed: 1 });
    expect(await saidOf(panel, 'Failed', '12345')).toMatch(
      /failed while answering \(status 500\)\. Deadlock\./,
    );
    const others = new Map(expected.held).set('12345', { ...heldOf('12345'), records: [] });
    expect(heldInManage(demo.world.manage)).toEqual(others);
    demo.answerInstead(null);
    await untilEnded(panel, () => panel.getByRole('button', { name: 'Retry failed (1)' }).click());
    expect(heldInManage(demo.world.manage)).toEqual(expected.held);
  });

  it.each([
    ['before it was carried out', DROP],
    ['after it was carried out', DROP_ANSWER],
  ])('a write whose connection breaks %s is made exactly once', async (_, broken) => {
    const breaking = paymentsOf('12345');
    let times = 0;
    demo.answerInstead(({ method, url }) =>
      method === 'POST' && url.includes(breaking) && (times += 1) === 1 ? broken : undefined,
    );
    const { counts } = await runSync(demo.panel, START);
    expect(counts).toMatchObject({ Updated: expected.outcomes.updated.length, Failed: 0 });
    expect(heldInManage(demo.world.manage)).toEqual(expected.held);
  });

  it('invoices of Manage that are not what they should be fail, each by name', async () => {
    const [none, word, object] = threeToUpdate();
    damageRows(ADDRESS.invoices, 'invoiceNumber', {
      [none]: { total: null },
      [word]: { total: 'a lot' },
      [object]: { id: { is: 1 } },
    });
    const { counts } = await runSync(demo.panel, START);
    expect(counts).toMatchObject({ Updated: expected.outcomes.updated.length - 3, Failed: 3 });
    expect(await saidOf(demo.panel, 'Failed', none)).toMatch(/Manage invoice came in a form .*\(total: /);
    expect(await saidOf(demo.panel, 'Failed', word)).toMatch(/Manage invoice came in a form .*\(total: /);
    expect(await saidOf(demo.panel, 'Failed', object)).toMatch(/Manage invoice came in a form .*\(id: /);
    await expectNothingLost();
  });

  it('invoices of the books that are not what they should be fail, each by name', async () => {
    const [word, flag, without] = threeToUpdate();
    damageRows(ADDRESS.books, 'InvoiceNo', {
      [word]: { TotalAmount: 'a lot' },
      [flag]: { IsReversed: 1 },
      [without]: { Id: undefined },
    });
    const { counts } = await runSync(demo.panel, START);
    expect(counts).toMatchObject({ Updated: expected.outcomes.updated.length - 3, Failed: 3 });
    expect(await saidOf(demo.panel, 'Failed', word)).toMatch(/OutgoingInvoices came .*\(TotalAmount: /);
    expect(await saidOf(demo.panel, 'Failed', flag)).toMatch(/OutgoingInvoices came .*\(IsReversed: /);
    expect(await saidOf(demo.panel, 'Failed', without)).toMatch(/OutgoingInvoices came .*\(Id: /);
    await expectNothingLost();
  });
});

describe('Hostile text is shown as text', () => {
  const PICTURE = '<img src=x onerror=window.__pwned=1>';
  const isPwned = () => demo.page.evaluate(() => '__pwned' in window);

  it('as invoice numbers of Manage', async () => {
    const { page: screen, world } = demo;
    const asked = [PICTURE, `'; DROP TABLE invoices; --`, 'ÅØÆ-日本-\u{1F4B8}', `INV-${'0'.repeat(40)}1`];
    // Manage’s conditions have no way to write a double quote, so such a number cannot be asked for.
    const unasked = '"or"1"="1';
    const lost = expected.outcomes.updated.slice(0, 5);
    [...asked, unasked].forEach((invoiceNumber, at) => {
      const invoice = world.manage.invoices.find((each) => each.invoiceNumber === lost[at]);
      if (invoice !== undefined) Object.assign(invoice, { invoiceNumber, date: localDay(demo.now) });
    });
    await demo.openInvoiceSearch();
    const { headline, counts } = await runSync(demo.panel, START);
    expect(headline).toBe('Sync finished.');
    expect(counts).toMatchObject({
      Updated: expected.outcomes.updated.length - 5,
      'Not found in Manage': expected.outcomes.notFound.length + 5,
      Failed: 0,
    });
    const right = await rightBadges(screen, world.manage);
    await expect
      .poll(async () => (await rowsInView(screen)).slice(0, 5).sort((a, b) => (a.number < b.number ? -1 : 1)))
      .toEqual(
        [...asked, unasked]
          .map((number) => ({ number, badges: number === unasked ? [] : [right[number]?.name] }))
          .sort((a, b) => (a.number < b.number ? -1 : 1)),
      );
    expect(await isPwned()).toBe(false);
  });

  it('as an invoice number of the books', async () => {
    damageRows(ADDRESS.books, 'InvoiceNo', { 12345: { InvoiceNo: PICTURE } });
    const { counts } = await runSync(demo.panel, START);
    expect(counts).toMatchObject({ Updated: expected.outcomes.updated.length - 1, Failed: 1 });
    expect(await saidOf(demo.panel, 'Failed', PICTURE)).toMatch(/InvoiceNo: not a whole number/);
    expect(await isPwned()).toBe(false);
    await expectNothingLost();
  });

  it('as an explanation', async () => {
    demo.answerInstead(({ url }) => (ADDRESS.books.test(url) ? json(400, { detail: PICTURE }) : undefined));
    await pressRunSync(demo.panel, START);
    await demo.panel.locator('.problem', { hasText: PICTURE }).waitFor();
    expect(await isPwned()).toBe(false);
  });
});
