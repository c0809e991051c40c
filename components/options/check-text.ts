import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { ConnectionCheck } from '@/utils/settings-desk/answers';
import { probeText } from './probe-text';

/**
 * A connection check as plain text, for a request to somebody's support. What probes saw and reasons say never holds a
 * secret, so neither does this.
 * @param nameOf what people call a connection, or Manage
 * @param when epoch ms; told in UTC, since whoever reads it may be elsewhere
 */
export function checkText(
  checks: readonly ConnectionCheck[],
  nameOf: (of: string) => string,
  { version, when }: { readonly version: string; readonly when: number },
): string {
  const blocks = checks.map(({ of, results }) => {
    const lines = results.map(({ probe, verdict, evidence, reason }) => {
      const told = [probeText(probe), evidence && `(${evidence})`].filter(Boolean).join(' ');
      const said = reason ? `\n    ${reasonText(reason)}` : '';
      return `  ${i18n.t(`options.check.${verdict}`)}: ${told}${said}`;
    });
    return [nameOf(of), ...lines].join('\n');
  });
  const title = `${i18n.t('extension.name')} ${version}, ${new Date(when).toISOString()}`;
  return `${[title, ...blocks].join('\n\n')}\n`;
}
