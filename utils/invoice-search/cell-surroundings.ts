import type { Edges, Surroundings } from './fit-badge';

/** Room kept free at the cell's edges, in CSS pixels. */
const MARGIN = 2;

/**
 * Reads where a cell's own content lies and what of the cell can be seen. Null for a cell that is not laid out.
 * @param scale how much the page magnifies the cell
 */
export function cellSurroundings(cell: Element, badge: HTMLElement, scale: number): Surroundings | null {
  const container = badge.parentElement ?? cell;
  const content = contentEdges(cell, badge);
  const outer = cell.getBoundingClientRect();
  if (content === null || outer.width === 0) return null;
  const style = getComputedStyle(container);
  const inner = style.overflowX === 'visible' ? outer : container.getBoundingClientRect();
  return {
    content: shrink(content, scale),
    cell: shrink(
      {
        left: Math.max(outer.left, inner.left) + MARGIN,
        right: Math.min(outer.right, inner.right) - MARGIN,
        top: outer.top,
        bottom: outer.bottom,
      },
      scale,
    ),
    rightToLeft: style.direction === 'rtl',
  };
}

function shrink({ left, right, top, bottom }: Edges, scale: number): Edges {
  return { left: left / scale, right: right / scale, top: top / scale, bottom: bottom / scale };
}

/** Around all text of the cell and everything in it that has no text, such as icons. */
function contentEdges(cell: Element, badge: HTMLElement): Edges | null {
  const rects: DOMRect[] = [];
  const nodes = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    if (node === badge || node.hasChildNodes()) continue;
    if (isElement(node)) rects.push(node.getBoundingClientRect());
    else if (node.textContent?.trim()) {
      const range = cell.ownerDocument.createRange();
      range.selectNodeContents(node);
      rects.push(range.getBoundingClientRect());
    }
  }
  const visible = rects.filter(({ width, height }) => width > 0 && height > 0);
  if (visible.length === 0) return null;
  return {
    left: Math.min(...visible.map(({ left }) => left)),
    right: Math.max(...visible.map(({ right }) => right)),
    top: Math.min(...visible.map(({ top }) => top)),
    bottom: Math.max(...visible.map(({ bottom }) => bottom)),
  };
}

/** A node of a frame is no instance of this window's classes. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
