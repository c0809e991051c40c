import { ensureBrowser } from './ensure-browser';

/**
 * The Firefox to drive: `FIREFOX_PATH` or an installed one; on Debian and its kin, where there is none, one is
 * installed. A snap's Firefox will not do: it may not read the package under test.
 */
export function ensureFirefox(): string {
  return ensureBrowser({
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    places: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/usr/lib/firefox/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debianPackage: 'firefox-esr',
    advice: 'No Firefox found. Install Firefox 140 or newer, or set FIREFOX_PATH to its program file.',
  });
}
