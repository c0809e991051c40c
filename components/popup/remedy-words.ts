import { i18n } from '#i18n';
import type { Remedy } from '@/utils/payments/remedy';

const WORDS = {
  'set-up': 'setUp',
  'open-settings': 'openSettings',
  'allow-access': 'allowAccess',
  'sign-in-to-microsoft': 'signInToMicrosoft',
  'open-manage': 'openManage',
  continue: 'continue',
  'retry-failed': 'retryFailed',
} as const satisfies Record<Remedy, string>;

/** What stands on the button of a remedy. */
export function remedyWords(remedy: Remedy): string {
  return i18n.t(`health.${WORDS[remedy]}`);
}
