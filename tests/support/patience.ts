/** A machine that is busy with other things is no mistake: whoever waits for something on a page waits as long as here. */
if ('document' in globalThis) {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 15_000 });
}

export {};
