import Big from 'big.js';
import { minorUnitDigits } from './currency';
import { money, type Money } from './money';

/**
 * Reads an amount from the decimal text an API sent (`1250`, `-0.5`, `1.25E3`), never from a float. APIs that
 * reckon in doubles send texts like `1249.9999999999998`; those round to the nearest minor unit, half away from zero.
 * @throws RangeError if the text is not a number or too large to be exact
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
