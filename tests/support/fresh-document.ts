import { afterAll, vi } from 'vitest';

/** A document outlives the file that has filled it: whoever comes next finds it, and where it stands, as it was before. */
if ('document' in globalThis) {
  const { href } = location;
  afterAll(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    for (const element of [document.documentElement, document.body]) {
      for (const name of element.getAttributeNames()) element.removeAttribute(name);
    }
    document.head.replaceChildren();
    document.body.replaceChildren();
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, '', href);
  });
}
