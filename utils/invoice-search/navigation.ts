/**
 * Calls back after each navigation within the page, until the signal. The history calls of the page cannot be seen
 * from a content script's world, the Navigation API's events can; where a browser lacks it, a new hash is all there is.
 */
export function onNavigation(
  window: Window & typeof globalThis,
  listener: () => void,
  signal: AbortSignal,
): void {
  window.navigation?.addEventListener('navigatesuccess', listener, { signal });
  window.addEventListener('hashchange', listener, { signal });
}
