import { join } from 'node:path';

interface Asset {
  readonly relativeDest: string;
}

/**
 * Bokmål in both folders that somebody looks for. Chromium and Firefox take `nb`, whatever the browser was started
 * with, and pass over `no` (tried with Chromium 156 and Firefox 153); Google's list of the languages that its store
 * shows a page in knows only `no` (developer.chrome.com/docs/extensions/reference/api/i18n#locales).
 */
export function norwegianFolders<File extends Asset>(files: readonly File[]): readonly File[] {
  const bokmal = join('_locales', 'nb', 'messages.json');
  return files
    .filter(({ relativeDest }) => relativeDest === bokmal)
    .map((file) => ({ ...file, relativeDest: join('_locales', 'no', 'messages.json') }));
}
