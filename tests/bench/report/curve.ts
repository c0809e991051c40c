import type { Curve, Figure } from '../bench';
import { numberText } from './figure-text';

const WIDTH = 560;
const HEIGHT = 300;
const LEFT = 80;
const BOTTOM = 50;
const TOP = 40;
const RIGHT = 30;

/**
 * Draws how a figure grows with what it grows along, both on scales on which each step is ten times the last: a line that
 * rises by one step a step is linear growth, a level one is none. In colours that can be read on light and dark.
 * @throws RangeError where the figures name no sizes
 */
export function drawCurve({ what, along }: Curve, figures: readonly Figure[]): string {
  const points = figures
    .filter((each) => each.what === what)
    .map(({ by = '', value }) => ({ x: Number(by), y: Math.max(value, Number.MIN_VALUE) }));
  const unit = figures.find((each) => each.what === what)?.unit ?? '';
  if (points.length < 2 || points.some(({ x }) => !(x > 0))) throw new RangeError(`no sizes of ${what}`);
  const xs = decades(points.map(({ x }) => x));
  const ys = decades(points.map(({ y }) => y));
  const place = (value: number, all: readonly number[], from: number, to: number): number => {
    const [low = 0, high = 1] = [all[0], all.at(-1)].map((each) => Math.log10(each ?? 1));
    return from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  };
  const px = (x: number): number => place(x, xs, LEFT, WIDTH - RIGHT);
  const py = (y: number): number => place(y, ys, HEIGHT - BOTTOM, TOP);
  const at = (n: number): string => n.toFixed(1);
  const path = points.map(({ x, y }) => `${at(px(x))},${at(py(y))}`).join(' ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="sans-serif" font-size="12" fill="#6b7280">`,
    `<title>${what}, ${unit}, by ${along}</title>`,
    `<text x="${LEFT}" y="20" font-size="14">${what}, ${unit}</text>`,
    ...ys.map(
      (y) =>
        `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(py(y))}" y2="${at(py(y))}" stroke="#9ca3af" stroke-opacity="0.4"/>` +
        `<text x="${LEFT - 8}" y="${at(py(y) + 4)}" text-anchor="end">${y.toLocaleString('en')}</text>`,
    ),
    ...xs.map(
      (x) =>
        `<text x="${at(px(x))}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${x.toLocaleString('en')}</text>`,
    ),
    `<text x="${WIDTH - RIGHT}" y="${HEIGHT - 10}" text-anchor="end">${along}</text>`,
    `<polyline points="${path}" fill="none" stroke="#2563eb" stroke-width="2"/>`,
    ...points.map(
      ({ x, y }) =>
        `<circle cx="${at(px(x))}" cy="${at(py(y))}" r="4" fill="#2563eb"><title>${x.toLocaleString('en')}: ${numberText(y, unit)} ${unit}</title></circle>`,
    ),
    '</svg>',
    '',
  ].join('\n');
}

/** The powers of ten from below the lowest to above the highest. */
function decades(values: readonly number[]): readonly number[] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at));
}
