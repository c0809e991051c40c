import type { ClassNames } from './class-names.ts';
import { element } from './element.ts';

/** The strip that names the screen. The module it belongs to stands before it, as a label of nearly the same classes. */
export function createBanner(
  document: Document,
  css: ClassNames,
  module: string,
  title: string,
): HTMLDivElement {
  return element(
    document,
    'div',
    { class: `${css('banner')} cw-main-banner cw_BannerView` },
    element(document, 'div', {
      class: `${css('crumb')} gwt-Label mm_label cw_CwLabel detailLabel navigationEntry`,
      text: module,
      attributes: { tabindex: '0' },
    }),
    element(document, 'div', { class: css('crumb-arrow'), attributes: { 'aria-hidden': 'true' } }),
    element(document, 'div', {
      class: `${css('title')} gwt-Label mm_label cw_CwLabel detailLabel`,
      text: title,
    }),
  );
}
