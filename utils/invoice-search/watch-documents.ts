/** A row is told by what it holds and by its title; every other attribute is looks. */
const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['title', 'cellindex'],
};

export interface DocumentWatchOptions {
  readonly onMutations: (records: readonly MutationRecord[]) => void;
  /** Something was scrolled, or a frame got another document. */
  readonly onMoved: () => void;
  readonly signal: AbortSignal;
}

/** Hears what happens in the page's document and in those of its frames. */
export interface DocumentWatch {
  /** Listens to these documents and to no others. */
  watch(documents: readonly Document[]): void;
  takeRecords(): readonly MutationRecord[];
}

export function createDocumentWatch(
  window: Window & typeof globalThis,
  { onMutations, onMoved, signal }: DocumentWatchOptions,
): DocumentWatch {
  const observer = new window.MutationObserver(onMutations);
  let watched: readonly Document[] = [];
  let listening = new AbortController();

  function watch(documents: readonly Document[]): void {
    if (documents.length === watched.length && documents.every((each, at) => each === watched[at])) return;
    observer.disconnect();
    // A signal holds on to what listens with it, and a frame's document is not to outlive its frame.
    listening.abort();
    listening = new AbortController();
    watched = documents;
    const options = { signal: listening.signal, capture: true, passive: true };
    for (const document of documents) {
      observer.observe(document, OBSERVED);
      document.addEventListener('scroll', onMoved, options);
      document.addEventListener('load', ({ target }) => isFrame(target) && onMoved(), options);
    }
  }
  signal.addEventListener('abort', () => watch([]));
  return { watch, takeRecords: () => observer.takeRecords() };
}

function isFrame(target: EventTarget | null): boolean {
  return (target as Element | null)?.localName === 'iframe';
}
