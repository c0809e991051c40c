import type { ScriptedPage } from './scripted-page';

/** As text, everything the extension has stored: `storage`, `localStorage` and every record of its databases. */
export async function everythingStored(optionsPage: ScriptedPage): Promise<string> {
  const areas = await optionsPage.evaluate(
    'Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null), chrome.storage.sync.get(null)])',
  );
  const databases = await optionsPage.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('The database cannot be read'));
      });
    /** Bytes are read as the characters they would be if they were text. */
    const readable = (_: string, value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return String.fromCharCode(...new Uint8Array(value));
      return ArrayBuffer.isView(value) ? `${value.byteLength} bytes` : value;
    };
    const texts: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = await done(database.transaction(store).objectStore(store).getAll());
        texts.push(store, JSON.stringify(records, readable));
      }
      database.close();
    }
    return texts;
  });
  return JSON.stringify([areas, databases]);
}

/** As text, everything a script of the page could read: the document with our shadow roots, storage and cookies. */
export function everythingIn(page: ScriptedPage): Promise<string> {
  return page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(
      ({ shadowRoot }) => shadowRoot?.innerHTML ?? [],
    );
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify(store));
    return [document.documentElement.outerHTML, ...roots, ...fields, ...stores, document.cookie].join('\n');
  });
}
