import Big from 'big.js';
import { z } from 'zod/mini';
import { decimalText } from '@/utils/http/json';
import { parseIsoDate, type IsoDate } from '@/utils/payments/iso-date';

/** Far above any invoice and far below where minor units stop being exact. */
const LARGEST_AMOUNT = '1e11';

/** How these servers write that there is no date. */
const NO_DATE = '0001-01-01';

/** An amount as its decimal text. */
export const amountText = decimalText.check(
  z.refine((text) => new Big(text).abs().lt(LARGEST_AMOUNT), 'too large for an amount'),
);

/** An amount with its sign turned: a vendor's ledger has what is owed as a negative amount. */
export const turnedAmountText = z.pipe(
  amountText,
  z.transform((text) => new Big(text).neg().toFixed()),
);

/** A calendar day, null for none. */
export const day = z.pipe(
  z.nullish(z.string()),
  z.transform((text, context): IsoDate | null => {
    if (text == null || text.startsWith(NO_DATE)) return null;
    const date = parseIsoDate(text);
    if (date !== null) return date;
    context.issues.push({ code: 'custom', message: 'not a date', input: text });
    return z.NEVER;
  }),
);

/** An instant in epoch ms, null for none. Its text has anything from no to seven fractional digits. */
export const instant = z.pipe(
  z.nullish(z.string()),
  z.transform((text, context): number | null => {
    if (text == null || text.startsWith(NO_DATE)) return null;
    const ms = Date.parse(text);
    if (!Number.isNaN(ms)) return ms;
    context.issues.push({ code: 'custom', message: 'not a point in time', input: text });
    return z.NEVER;
  }),
);

/**
 * The name of an option, empty where none is chosen. API pages write characters that a name cannot have by their
 * code (`In_x0020_Review`, `_x0020_`), published pages write them as they are (`In Review`, a blank).
 */
export const optionName = z.pipe(
  z.string(),
  z.transform((text) =>
    text
      .replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .trim(),
  ),
);
