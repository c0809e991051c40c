import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { openDatabase } from '@/utils/storage/database';
import { formatSettingsFile, parseSettingsFile } from '@/utils/storage/settings-file';
import { NO_SETTINGS } from '@/utils/storage/settings';
import { MOST_SHOWN, shownPageSchema, type ShownPage } from '@/utils/storage/shown-page';
import { createShownPages, type ShownPagesStore } from '@/utils/storage/shown-pages';

const SITE = 'na.myconnectwise.net';
const page = (title: string, caption = 'Nummer'): ShownPage => ({
  screen: { title, address: null },
  grid: null,
  captions: ['Nummer', 'Firma'],
  column: { caption, cellIndex: '1', position: 1, cells: 4 },
  within: [],
});

let store: ShownPagesStore;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = createShownPages(await openDatabase());
});

it('What was shown is kept for its site, the latest of each screen', async () => {
  await store.add(SITE, page('Rechnungen'));
  await store.add(SITE, page('Rechnungen', 'Nr'));
  await store.add('eu.myconnectwise.net', page('Facturen'));
  expect(await store.of(SITE)).toEqual([page('Rechnungen', 'Nr')]);
  await store.forget(SITE);
  expect(await store.all()).toEqual({ 'eu.myconnectwise.net': [page('Facturen')] });
});

it('One page is forgotten and the others of its site stay', async () => {
  await store.add(SITE, page('Rechnungen'));
  await store.add(SITE, page('Gutschriften'));
  await store.remove(SITE, page('Rechnungen', 'as it was before'));
  expect(await store.all()).toEqual({ [SITE]: [page('Gutschriften')] });
  await store.remove(SITE, page('Gutschriften'));
  expect(await store.all()).toEqual({});
});

it('There is an end to it', async () => {
  for (let at = 0; at < MOST_SHOWN + 2; at += 1) await store.add(SITE, page(`Screen ${at}`));
  const kept = await store.of(SITE);
  expect(kept).toHaveLength(MOST_SHOWN);
  expect(kept[0]).toEqual(page(`Screen ${MOST_SHOWN + 1}`));
});

it('It travels with the settings file, and a file without it leaves it alone', async () => {
  const text = formatSettingsFile({
    settings: NO_SETTINGS,
    secrets: {},
    shownPages: { [SITE]: [page('Rechnungen')] },
  });
  const { shownPages } = parseSettingsFile(text);
  await store.replace(shownPages ?? {});
  expect(await store.of(SITE)).toEqual([page('Rechnungen')]);
  expect(
    parseSettingsFile(formatSettingsFile({ settings: NO_SETTINGS, secrets: {} })).shownPages,
  ).toBeUndefined();
});

it.each([
  ['a screen without a name', { ...page('x'), screen: { title: null, address: null } }],
  ['a column beyond all reason', { ...page('x'), column: { ...page('x').column, position: 10_000 } }],
  ['anything more', { ...page('x'), selector: 'body' }],
])('%s is refused', (_, shown) => {
  expect(shownPageSchema.safeParse(shown).success).toBe(false);
});
