import Big from 'big.js';
import { minorUnitDigits } from './currency';
import { money, type Money } from './money';

/**
 * Reads an amount from the decimal text an API sent (`1250`, `-0.5`, `1.25E3`), never from a float. APIs that
 * reckon in doubles send texts like `1249.9999999999998`; those round to the nearest minor unit, half away from
 * zero. The text is taken as it stands: no spaces, no thousands separators, no decimal comma, no plus sign.
 *
 * What cannot be read is a RangeError and not a Problem: only the caller knows which field of whose answer the
 * text stood in, and makes of it a reason that says so.
 * @throws RangeError if the text is not a decimal number, or too large to be exact in minor units
 */
export function parseMoney(decimalText: string, currency: string): Money {
  let amount: Big;
  try {
    amount = new Big(decimalText);
  } catch {
    throw new RangeError(`not an amount: ${decimalText.slice(0, 40)}`);
  }
  const minor = amount.times(new Big(10).pow(minorUnitDigits(currency))).round(0, Big.roundHalfUp);
  return money(minor.toNumber(), currency);
}
