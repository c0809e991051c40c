import { chromium } from 'playwright-core';
import { ensureBrowser } from './ensure-browser';

/**
 * The Chromium to drive: `CHROME_PATH`, Playwright's own download, or an installed one; where there is none, one is
 * installed. Branded Chrome will not do: it no longer loads an unpacked extension.
 */
export function ensureChromium(): string {
  return ensureBrowser({
    name: 'Chromium',
    variable: 'CHROME_PATH',
    places: [
      chromium.executablePath(),
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    debianPackage: 'chromium',
    otherwise: ['npx', 'playwright-core', 'install', 'chromium'],
    advice: 'Chromium could not be installed. Install it, or set CHROME_PATH.',
  });
}
