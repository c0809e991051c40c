/** Passes news on to whoever listens at the moment. */
export interface Topic<T> {
  readonly tell: (news: T) => void;
  /** Answers how to stop listening. */
  readonly listen: (listener: (news: T) => void) => () => void;
}

/** A topic of which a new listener hears the latest news at once. */
export function createLatest<T>(): Topic<T> {
  const topic = createTopic<T>();
  let latest: { readonly news: T } | null = null;
  return {
    tell(news) {
      latest = { news };
      topic.tell(news);
    },
    listen(listener) {
      if (latest !== null) listener(latest.news);
      return topic.listen(listener);
    },
  };
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
