/** Calls back when one of the given columns has become wider or narrower. */
export interface ColumnWatch {
  /** Watches these headers and no others. */
  watch(headers: readonly Element[]): void;
}

export function createColumnWatch(window: Window & typeof globalThis, onResized: () => void): ColumnWatch {
  const observer = new window.ResizeObserver(onResized);
  let watched: readonly Element[] = [];
  return {
    watch(headers) {
      if (headers.length === watched.length && headers.every((header, at) => header === watched[at])) return;
      observer.disconnect();
      for (const header of headers) observer.observe(header);
      watched = headers;
    },
  };
}
