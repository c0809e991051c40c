/** Passes news on to whoever listens at the moment. */
export interface Topic<T> {
  readonly tell: (news: T) => void;
  /** Answers how to stop listening. */
  readonly listen: (listener: (news: T) => void) => () => void;
}

export function createTopic<T>(): Topic<T> {
  const listeners = new Set<(news: T) => void>();
  return {
    tell(news) {
      for (const listener of listeners) listener(news);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
