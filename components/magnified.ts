/**
 * How much the page magnifies an element by CSS: what is measured in the window is so many times what a style says.
 * 1 where the browser does not tell.
 */
export function magnified(element: Element): number {
  return (element as { readonly currentCSSZoom?: number }).currentCSSZoom ?? 1;
}
