import type { Edges } from './fit-badge';

/** Edges within an element's own document as edges in the window, wherever its frames stand there. */
export function edgesInWindow(element: Element, edges: Edges | null): Edges | null {
  if (edges === null) return null;
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (frame == null) return edges;
  const { left, top } = frame.getBoundingClientRect();
  const [x, y] = [left + frame.clientLeft, top + frame.clientTop];
  return edgesInWindow(frame, {
    left: edges.left + x,
    right: edges.right + x,
    top: edges.top + y,
    bottom: edges.bottom + y,
  });
}
