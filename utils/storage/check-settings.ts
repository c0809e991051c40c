import type { z } from 'zod/mini';
import { issueInWords } from '@/utils/issue-in-words';
import { Problem } from '@/utils/payments/problem';
import { upgradeSettings } from './upgrade-settings';

/**
 * Validates settings from outside, of whatever version.
 * @throws Problem with the code, the place and what is wrong there; a secret's value is never in it
 */
export function checkSettings<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  code: 'settingsInvalid' | 'policyInvalid' = 'settingsInvalid',
): T {
  const result = schema.safeParse(upgradeSettings(value), { error: issueInWords });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Problem(code, {
    where: issue?.path.join('.') || 'settings',
    why: issue?.message ?? '',
  });
}
