import { i18n } from '#i18n';
import type { Reason } from '@/utils/payments/reason';

/** The sentence the catalogue has for a reason, with its values filled in as plain text. */
export function reasonText({ code, params }: Reason): string {
  // The key is put together here, so the catalogue's types cannot know it. A test asks for every code's entry.
  const t = i18n.t as (key: string, values: Readonly<Record<string, string>>) => string;
  return t(`reason.${code}`, params);
}
