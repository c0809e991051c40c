import { browser as wxtBrowser } from 'wxt/browser';
import type { Browser } from 'webextension-polyfill';

/**
 * The WebExtension API, promise-based in every browser. The build aliases `wxt/browser` to
 * webextension-polyfill; only the types need telling. The one place that may import it: everything else
 * imports this file or, better, takes what it needs as an argument.
 */
export const browser = wxtBrowser as unknown as Browser;
