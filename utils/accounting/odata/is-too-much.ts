import { Problem } from '@/utils/payments/problem';
import type { ReasonCode } from '@/utils/payments/reason';

/** Signs that a server cannot answer for a whole list, or not by this field, but may well for some rows by name. */
const TOO_MUCH: readonly ReasonCode[] = [
  'odataRefused',
  'odataBusy',
  'odataTooLarge',
  'timeout',
  'httpStatus',
];

/** Whether the error only says that the list was too much for the server, so that rows can be asked for by name. */
export function isTooMuch(error: unknown): boolean {
  return error instanceof Problem && TOO_MUCH.includes(error.reason.code);
}
