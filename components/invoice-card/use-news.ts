import { useEffect, useRef } from 'preact/hooks';
import type { CardPort } from './card-port';

/**
 * Answers a promise of news: that of the next change of a run or, since news may be lost, of some time having passed.
 * To be asked for before anything that the news may be about is.
 */
export function useNews({ onRunChanged, askAgainMs }: CardPort): () => Promise<void> {
  const awaited = useRef(new Set<() => void>());
  useEffect(() => {
    const tell = (): void => awaited.current.forEach((done) => done());
    const stop = onRunChanged(tell);
    return () => {
      stop();
      tell();
    };
  }, [onRunChanged]);
  return () =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        awaited.current.delete(done);
        resolve();
      };
      const timer = setTimeout(done, askAgainMs);
      awaited.current.add(done);
    });
}
