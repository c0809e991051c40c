import { render, type ComponentChild } from 'preact';

const KEYS_TO_KEEP = ['keydown', 'keyup', 'keypress'] as const;

/**
 * Draws a view into a shadow root, whose style the caller puts in, and answers how to take it away again. Keys
 * pressed in the view stay in it: the page has hotkeys of its own.
 */
export function drawIn(root: ShadowRoot | HTMLElement, view: ComponentChild): () => void {
  const keep = (event: Event): void => event.stopPropagation();
  // A container of its own: Preact would remove what else stands in the root, such as its style.
  const container = root.ownerDocument.createElement('div');
  for (const kind of KEYS_TO_KEEP) container.addEventListener(kind, keep);
  root.append(container);
  render(view, container);
  return () => {
    render(null, container);
    container.remove();
  };
}
