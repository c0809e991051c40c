// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { createScreenReader, type ScreenReader } from '@/utils/invoice-search/find-screen';
import { ENGLISH, invoices, make, showPage } from './support/manage-page';

let screens: ScreenReader;
const go = (screen: string): void => {
  window.location.hash = `#XQAACA${Math.trunc(screen.length)}==??${screen}`;
  screens.navigated();
};
const show = (title: string): void => {
  showPage(document, { title, rows: invoices('12345') });
  document.title = `Manage: ${title}`;
};
const proofs = (): string[] =>
  screens
    .look([])
    .evidence.filter(({ proves }) => proves)
    .map(({ strategy }) => strategy);
const table = (): Element => document.querySelector('.invoice-grid') ?? make('table');

beforeEach(() => {
  document.title = 'Manage';
  document.body.replaceChildren();
  window.location.hash = '';
  screens = createScreenReader(window, ENGLISH);
});

describe('Invoice Search is known', () => {
  test('by its banner, whatever the address', () => {
    show('Invoice Search');
    expect(proofs()).toEqual(['banner']);
  });

  test('by the document’s title where no banner is to be found', () => {
    show('Invoice Search');
    document.querySelector('.cw-main-banner')?.remove();
    expect(proofs()).toEqual(['documentTitle']);
  });

  test('by its address in a language that the settings do not know', () => {
    go('InvoiceSearch');
    show('Rechnungssuche');
    expect(proofs()).toEqual(['address']);
    expect(screens.look([]).owns(table())).toBe(true);
  });

  test('by what a user has shown of it', () => {
    show('Fakturaliste');
    const shown = { screen: { title: 'fakturaliste', address: null }, grid: null, captions: [], within: [] };
    const column = { caption: 'Nr', cellIndex: null, position: 0, cells: 4 };
    const evidence = screens.look([{ ...shown, column }]).evidence.filter(({ proves }) => proves);
    expect(evidence.map(({ strategy }) => strategy)).toEqual(['shown']);
  });
});

describe('It is not taken for Invoice Search', () => {
  test('what another screen left on the page while the address has gone ahead', () => {
    go('ServiceBoard');
    show('Serviceboard-Liste');
    expect(proofs()).toEqual([]);
    const old = table();
    go('InvoiceSearch');
    expect(proofs()).toEqual([]);
    show('Rechnungssuche');
    expect(proofs()).toEqual(['address']);
    expect(screens.look([]).owns(old)).toBe(false);
    expect(screens.look([]).owns(table())).toBe(true);
  });

  test('a screen that was left before anybody looked at it', () => {
    go('ServiceBoard');
    show('Serviceboard-Liste');
    go('InvoiceSearch');
    expect(proofs()).toEqual([]);
  });

  test('another banner under a title that was not changed', () => {
    show('Invoice Search');
    document.querySelector('.detailLabel:not(.navigationEntry)')?.replaceChildren('Invoice 12345');
    expect(proofs()).toEqual([]);
  });
});

test('What spoke for the screen is seen to be gone', () => {
  go('InvoiceSearch');
  show('Rechnungssuche');
  const screen = screens.look([]);
  expect(screen.isStill()).toBe(true);
  window.location.hash = '#x??ServiceBoard';
  expect(screen.isStill()).toBe(false);
});
