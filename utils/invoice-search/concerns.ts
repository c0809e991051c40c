import { SELECTORS } from './selectors';

/** Where any of these comes or goes, a grid or the name of the screen may have. */
const TELLING = [
  'table, tr, iframe',
  ...SELECTORS.screenTitle.alternatives.map(({ css }) => css.replace(/^.* /u, '')),
].join();

/**
 * Whether a change of the page can matter to what is read from it. Clocks, menus and messages elsewhere cannot.
 * @param roots what holds everything that is read; without any, everything matters
 */
export function concerns(
  { target, addedNodes, removedNodes }: MutationRecord,
  roots: readonly Element[],
): boolean {
  if (roots.length === 0 || roots.some((root) => root.contains(target))) return true;
  return [...addedNodes, ...removedNodes].some((node) => isElement(node) && mayMatter(node, roots));
}

function mayMatter(element: Element, roots: readonly Element[]): boolean {
  return (
    element.matches(TELLING) ||
    element.querySelector(TELLING) !== null ||
    roots.some((root) => element.contains(root))
  );
}

/** A node of a frame is no instance of this window's classes. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
