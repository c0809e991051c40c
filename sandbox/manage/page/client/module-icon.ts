import type { Words } from './words.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Outlines on a field of 16 by 16. */
const PATHS: Readonly<Record<keyof Words['modules'], string>> = {
  companies: 'M3 14V2.5h6V14M9 6h4v8M5 5h2M5 8h2M5 11h2M1.5 14h13',
  sales: 'M2 13l4-5 3 3 5-7M10.5 4H14v3.5',
  service: 'M3 9.5V8a5 5 0 0 1 10 0v1.5M2.5 9h2v4h-2zM11.5 9h2v4h-2z',
  projects: 'M2.5 3h7M4.5 8h7M6.5 13h7',
  finance: 'M2 4h12v8H2zM8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM4 8h.6M11.4 8h.6',
  procurement: 'M1.5 3h2l1.6 7.5h7L14 5H4M6 13.2h.6M11 13.2h.6',
  time: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.8V8l2.4 1.6',
  system: 'M2 4.5h12M2 8h12M2 11.5h12M5 3v3M11 6.5v3M6.5 10v3',
};

/** The small picture of a module in the left navigation. */
export function moduleIcon(document: Document, module: keyof Words['modules']): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('width', '16');
  svg.setAttribute('height', '16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[module]);
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '1.3');
  path.setAttribute('stroke-linecap', 'round');
  path.setAttribute('stroke-linejoin', 'round');
  svg.append(path);
  return svg;
}
