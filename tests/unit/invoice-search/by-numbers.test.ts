// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { createNumberProver } from '@/utils/invoice-search/by-numbers';
import { createPageReader, type PageReading } from '@/utils/invoice-search/read-page';
import type { Obstacle } from '@/utils/invoice-search/sighting';
import type { BadgeFacts } from '@/utils/messaging/protocol';
import { reason } from '@/utils/payments/reason';
import { factsOf } from './support/facts';
import { fakeWorker, type FakeWorker } from './support/fake-worker';
import { grid, showPage } from './support/manage-page';

/** Nothing of what the settings know: the screen is told by its address alone. */
const FOREIGN = { screenTitles: ['Invoice Search'], numberCaptions: ['Invoice Number'] };
const CAPTIONS = ['Nummer', 'Firma', 'Betrag', 'Referenz'];
const COMPANIES = ['Fjord AS', 'Nordlys AS', 'Havn AS', 'Kyst AS', 'Skog AS', 'Elv AS'];

type Row = Readonly<Record<string, string>>;
const rows = (change: (at: number) => Row = () => ({})): Row[] =>
  COMPANIES.map((company, at) => ({
    Nummer: String(500 + at),
    Firma: company,
    Betrag: '1.250,00',
    Referenz: `PO-${at}`,
    ...change(at),
  }));

let worker: FakeWorker;
let read: () => PageReading;
const abort = new AbortController();

beforeEach(() => {
  window.location.hash = '#XQAACA==??InvoiceSearch';
  worker = fakeWorker((number) => companyOf(number, 500));
  const prover = createNumberProver({
    ask: worker.badgeFacts,
    signal: abort.signal,
    onChange: () => undefined,
  });
  const page = createPageReader(window, FOREIGN, prover);
  read = () => page.read([]);
});

function companyOf(number: string, from: number): BadgeFacts | undefined {
  const company = COMPANIES[Number(number) - from];
  return company === undefined ? undefined : { ...factsOf('paid'), company };
}
/** What is found once Manage has answered. */
async function settled(): Promise<PageReading> {
  read();
  await new Promise((resolve) => setTimeout(resolve));
  return read();
}
const show = (shown: readonly Row[], captions = CAPTIONS): void =>
  showPage(document, { title: 'Rechnungssuche', captions, rows: shown });
const why = ({ recognition }: PageReading): (Obstacle | null)[] =>
  recognition.grids.flatMap(({ evidence }) =>
    evidence.filter(({ strategy }) => strategy === 'numbers').map(({ obstacle }) => obstacle),
  );

describe('A column is known by its numbers', () => {
  test('where nearly all rows name the company of the invoice', async () => {
    show(rows());
    expect((await settled()).cells.map(({ number }) => number)).toEqual([
      '500',
      '501',
      '502',
      '503',
      '504',
      '505',
    ]);
    expect(worker.asked.amounts).toHaveLength(1);
  });

  test('wherever the user has moved it, and company names are cut short', async () => {
    show(
      rows((at) => ({ Firma: at === 1 ? 'NORDLY…' : (COMPANIES[at] ?? '') })),
      [...CAPTIONS].reverse(),
    );
    expect((await settled()).cells).toHaveLength(6);
  });

  test('and goes on to be while a search leaves fewer rows', async () => {
    show(rows());
    await settled();
    show(rows().slice(0, 1));
    expect(read().cells.map(({ number }) => number)).toEqual(['500']);
    expect(worker.asked.amounts).toHaveLength(1);
  });

  test('but no row of it that names somebody else', async () => {
    show(rows());
    await settled();
    show(rows((at) => (at === 2 ? { Firma: 'Somebody Else' } : {})));
    const { cells, agrees } = read();
    const right = cells.filter((cell) => agrees(cell, companyOf(cell.number, 500) ?? factsOf('paid')));
    expect(right.map(({ number }) => number)).toEqual(['500', '501', '503', '504', '505']);
  });
});

describe('No column is known by its numbers', () => {
  test.each<[string, () => void, Obstacle]>([
    [
      'where rows name other companies',
      () => show(rows((at) => ({ Firma: COMPANIES[5 - at] ?? '' }))),
      'otherCompanies',
    ],
    ['where rows name no company', () => show(rows(() => ({ Firma: '' }))), 'otherCompanies'],
    [
      'where Manage knows few of them',
      () => show(rows((at) => (at > 3 ? { Nummer: `9${at}` } : {}))),
      'numbersUnknown',
    ],
    ['in a handful of rows', () => show(rows().slice(0, 4)), 'tooFewRows'],
    [
      'where hardly anything differs',
      () => show(rows(() => ({ Nummer: '500', Referenz: '' }))),
      'noCandidate',
    ],
    [
      'where two columns hold them',
      () => show(rows((at) => ({ Referenz: String(500 + at) }))),
      'severalNumberColumns',
    ],
  ])('%s', async (_, shown, obstacle) => {
    shown();
    const reading = await settled();
    expect(reading.cells).toEqual([]);
    expect(why(reading)).toEqual([obstacle]);
  });

  test('where a second grid of another kind could hold them as well', async () => {
    show(rows());
    document.body.append(
      grid({
        captions: ['Ticket', 'Firma', 'Text'],
        rows: rows((at) => ({ Ticket: String(500 + at), Text: 'Help' })),
      }),
    );
    const reading = await settled();
    expect(reading.cells).toEqual([]);
    expect(why(reading)).toEqual(['contradicted', 'contradicted']);
  });

  test('while Manage does not answer; and it is asked no more often than a few times', async () => {
    worker.refusal = reason('manageSignedOut');
    for (let time = 0; time < 10; time += 1) {
      show(rows());
      expect(why(await settled())).toEqual(['notAsked']);
    }
    expect(worker.asked.amounts).toHaveLength(3);
  });
});

test('Nobody is asked where a caption tells', async () => {
  show(
    rows().map((row) => ({ ...row, 'Invoice Number': '500' })),
    ['Invoice Number', 'Firma', 'Betrag'],
  );
  expect((await settled()).recognition.grids[0]?.by).toBe('caption');
  expect(worker.asked.amounts).toEqual([]);
});
