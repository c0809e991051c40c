import { describe, expect, it } from 'vitest';
import { readPageOptions } from '@/sandbox/manage/page/client/page-options';
import { hashOf, placeOf } from '@/sandbox/manage/page/client/place';
import { gridScreen, SCREEN_NAMES } from '@/sandbox/manage/page/client/screens';
import { LOCALES, WORDS } from '@/sandbox/manage/page/client/words';

const options = (search: string): ReturnType<typeof readPageOptions> =>
  readPageOptions(new URL(`https://na.myconnectwise.net/v2025_1/ConnectWise.aspx${search}`));

const columnsAt = (search: string): string[] =>
  gridScreen('InvoiceSearch', options(search)).columns.map(({ id }) => id);

describe('the variants of the page', () => {
  it('are the usual page when none is asked for, or none that exists', () => {
    const usual = options('');
    expect(usual).toMatchObject({
      locale: 'en',
      pageSize: 100,
      refill: 'contents',
      recycling: 'ring',
      frame: false,
    });
    expect(options('?locale=xx&pageSize=0&refill=magic&sort=-magic&rows=-1&numberWidth=wide')).toEqual(usual);
  });

  it.each([
    ['?locale=nl_NL', { locale: 'nl' }],
    ['?rows=0', { rows: 0 }],
    ['?pageSize=5000&pool=12', { pageSize: 5000, pool: 12 }],
    ['?refill=text&recycling=shift', { refill: 'text', recycling: 'shift' }],
    ['?delay=0&latency=300', { fillDelay: 0, latency: 300 }],
    ['?sort=-amount', { sort: { column: 'amount', descending: true } }],
    ['?hotkeys=first', { hotkeys: 'first' }],
    ['?sort=number', { sort: { column: 'number', descending: false } }],
    ['?frame=1&dates=mdy', { frame: true, dates: 'mdy' }],
  ])('can be asked for: %s', (search, expected) => {
    expect(options(search)).toMatchObject(expected);
  });

  it.each([
    ['', 'number,type,company,date,dueDate,amount,status,reference'],
    ['?columns=company,datePaid,number,nothing', 'company,datePaid,number'],
    ['?hide=number,type,reference', 'company,date,dueDate,amount,status'],
    ['?paidColumns=1&hide=type,company,date,dueDate', 'number,amount,status,reference,paidAmount,datePaid'],
  ])('arrange the columns: %s', (search, expected) => {
    expect(columnsAt(search).join()).toBe(expected);
  });

  it('sort Invoice Search newest first, unless another order is asked for', () => {
    expect(gridScreen('InvoiceSearch', options('')).sort).toEqual({ column: 'date', descending: true });
    expect(gridScreen('InvoiceSearch', options('?sort=number')).sort).toEqual({
      column: 'number',
      descending: false,
    });
    expect(gridScreen('ServiceBoard', options('?sort=number')).sort).toBeNull();
  });

  it('narrow the invoice number column alone', () => {
    const usual = gridScreen('InvoiceSearch', options('')).columns;
    const narrow = gridScreen('InvoiceSearch', options('?numberWidth=60')).columns;
    expect(narrow[0]).toMatchObject({ id: 'number', width: 60 });
    expect(narrow.slice(1)).toEqual(usual.slice(1));
  });

  it.each(LOCALES)(
    'speak %s without leaving a word out or calling two columns of a screen the same',
    (locale) => {
      const words = WORDS[locale];
      const groups = [words.modules, words.screens, words.columns, words.commands];
      for (const word of groups.flatMap((group) => Object.values<string>(group))) expect(word).not.toBe('');
      const { columns } = gridScreen('InvoiceSearch', options('?paidColumns=1'));
      expect(new Set(columns.map(({ id }) => words.columns[id])).size).toBe(columns.length);
      expect(new Set(Object.values(words.screens)).size).toBe(SCREEN_NAMES.length);
    },
  );
});

describe('the address of a screen', () => {
  const half = (): number => 0.5;

  it.each(SCREEN_NAMES)('leads back to %s', (screen) => {
    expect(placeOf(hashOf({ screen, recId: null }, half))).toEqual({ screen, recId: null });
  });

  it('carries the record that is shown', () => {
    const place = { screen: 'InvoiceDetails', recId: 4001 } as const;
    expect(placeOf(hashOf(place, half))).toEqual(place);
  });

  it('is a token with the name of the screen behind it', () => {
    expect(hashOf({ screen: 'ServiceBoard', recId: null }, half)).toMatch(
      /^#XQAACA[\w-]{34}==\?\?ServiceBoard$/,
    );
  });

  it.each([
    ['', 'InvoiceSearch'],
    ['#InvoiceSearch', 'InvoiceSearch'],
    ['#ServiceBoard', 'ServiceBoard'],
    ['#startscreen=sr150&state=%7B%7D', 'InvoiceSearch'],
    ['#XQAACAxyz==??Nowhere', 'InvoiceSearch'],
  ])('may be an entry link: %s', (hash, screen) => {
    expect(placeOf(hash).screen).toBe(screen);
  });
});
