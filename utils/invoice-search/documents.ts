import { isShown, select } from './select';
import { SELECTORS } from './selectors';

/** Frames within frames are followed so far. */
const DEPTH = 3;

/** The page's document and those of its frames that are of the same origin and on show. */
export function documentsOf(document: Document, depth = DEPTH): readonly Document[] {
  if (depth === 0) return [document];
  const inner = select(document, SELECTORS.frame, isShown).flatMap((frame) => contentOf(frame) ?? []);
  return [document, ...inner.flatMap((each) => documentsOf(each, depth - 1))];
}

/** Null for a frame of another origin, which is none of our business. */
function contentOf(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}
