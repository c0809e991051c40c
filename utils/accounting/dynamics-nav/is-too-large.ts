import { Problem } from '@/utils/payments/problem';

/** Whether the server would have had to send more at once than it may. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Problem && error.reason.code === 'odataTooLarge';
}
