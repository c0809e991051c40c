/** A moment as exactly as its text tells it: whole seconds since 1970 and the digits behind them. */
interface Moment {
  readonly seconds: number;
  readonly fraction: string;
}

const PATTERN = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Compares two timestamps as instants, whatever their time zones, to the last digit: the vendor sends seven
 * fractional digits, and a Date would cut them to three.
 * @returns negative if `a` is earlier, positive if it is later, 0 for the same instant
 * @throws RangeError if one of them is not a timestamp
 */
export function compareTimestamps(a: string, b: string): number {
  const [first, second] = [momentOf(a), momentOf(b)];
  if (first.seconds !== second.seconds) return first.seconds - second.seconds;
  const digits = Math.max(first.fraction.length, second.fraction.length);
  const [left, right] = [first.fraction.padEnd(digits, '0'), second.fraction.padEnd(digits, '0')];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** The later of two timestamps, as its own text; `a` where they are the same instant. @throws RangeError */
export function laterTimestamp<T extends string>(a: T, b: T): T {
  return compareTimestamps(a, b) >= 0 ? a : b;
}

/** Whether the text can be compared. */
export function isTimestamp(text: string): boolean {
  return parse(text) !== null;
}

/** Whole milliseconds since 1970, what is behind them cut off: never later than the timestamp. @throws RangeError */
export function floorToMs(text: string): number {
  const { seconds, fraction } = momentOf(text);
  return seconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

function momentOf(text: string): Moment {
  const moment = parse(text);
  if (moment === null) throw new RangeError(`not a timestamp: ${text.slice(0, 40)}`);
  return moment;
}

function parse(text: string): Moment | null {
  const [, wholeSeconds, fraction = '', zone = 'Z'] = PATTERN.exec(text) ?? [];
  const ms = Date.parse(`${wholeSeconds}${zone}`);
  return Number.isNaN(ms) ? null : { seconds: ms / 1000, fraction };
}
