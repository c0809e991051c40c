import type { Figure } from '../bench';
import { isKept } from './measured';

const DIGITS: Readonly<Partial<Record<Figure['unit'], number>>> = { MB: 1, kB: 1, s: 1, times: 1, '%': 1 };

/** A number as people read it: with as many decimals as mean anything. */
export function numberText(value: number, unit: Figure['unit']): string {
  const digits = DIGITS[unit] ?? (unit === 'ms' && Math.abs(value) < 10 ? 1 : 0);
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A figure with its spread and, where something was promised, what that was. */
export function figureText(figure: Figure): string {
  const { value, unit, spread, limit, least } = figure;
  const text = numberText(value, unit);
  const between =
    spread === undefined ? '' : ` (${numberText(spread[0], unit)} to ${numberText(spread[1], unit)})`;
  const promised = [
    ...(limit === undefined ? [] : [`below ${numberText(limit, unit)}`]),
    ...(least === undefined ? [] : [`at least ${numberText(least, unit)}`]),
  ];
  const kept = isKept(figure) ? 'kept' : '**not kept**';
  return `${text}${between}${promised.length === 0 ? '' : `; promised ${promised.join(' and ')}: ${kept}`}`;
}
