import type { BadgeFacts } from '@/utils/messaging/protocol';

const SVG = 'http://www.w3.org/2000/svg';

/** A round sign of 10 by 10 units. The states differ in shape, so that colour is never needed to tell them apart. */
interface Sign {
  /** Filled with the state's colour. */
  readonly area?: string;
  /** Drawn with a line in the state's colour. */
  readonly line?: string;
  /** Drawn on the area with a line that stands out from it. */
  readonly mark?: string;
}

const DISC = 'M5 0a5 5 0 1 1 0 10a5 5 0 1 1 0-10z';
const RING = 'M5 .75a4.25 4.25 0 1 1 0 8.5a4.25 4.25 0 1 1 0-8.5z';

const SIGNS: Readonly<Record<BadgeFacts['state'], Sign>> = {
  paid: { area: DISC, mark: 'M2.5 5.2l1.8 1.8l3.2-3.7' },
  'partly-paid': { area: 'M5 .75a4.25 4.25 0 1 0 0 8.5z', line: RING },
  unpaid: { line: RING },
  'nothing-to-pay': { line: 'M1.5 5h7' },
  'credit-memo': { line: 'M3.6 1.6L1.3 3.9l2.3 2.3M1.3 3.9h5a2.3 2.3 0 0 1 0 4.6h-2.5' },
  credited: { line: `${RING}M2 8l6-6` },
};

/** The sign of a state as an element of its own, hidden from screen readers, which are told in words. */
export function badgeSign(document: Document, state: BadgeFacts['state']): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 10 10');
  svg.setAttribute('class', `sign ${state}`);
  svg.setAttribute('aria-hidden', 'true');
  for (const [part, path] of Object.entries<string>({ ...SIGNS[state] })) {
    const shape = document.createElementNS(SVG, 'path');
    shape.setAttribute('class', part);
    shape.setAttribute('d', path);
    svg.append(shape);
  }
  return svg;
}
