import { i18n } from '#i18n';
import type { ProbeName } from '@/utils/accounting/probe-name';

/** What a probe of the connection check is about, as something that holds where it went well. */
export function probeText(probe: ProbeName): string {
  return i18n.t(`check.${probe}`);
}
