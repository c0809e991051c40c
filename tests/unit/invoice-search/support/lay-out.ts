/** Gives elements boxes side by side: each from its edge to the next, in pixels. Elements without an edge have none. */
export function layOut(elements: readonly Element[], edges: readonly number[]): void {
  elements.forEach((element, at) => {
    const [left, right] = [edges[at], edges[at + 1]];
    const box =
      left === undefined || right === undefined ? new DOMRect() : new DOMRect(left, 0, right - left, 20);
    element.getBoundingClientRect = () => box;
  });
}
