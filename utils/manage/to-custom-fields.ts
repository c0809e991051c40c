import { ExactNumber } from '@/utils/http/exact-number';
import type { CustomField } from '@/utils/payments/manage-invoice';

/** Custom fields with each item as received, its numbers as the text they came in. */
export function toCustomFields(
  items: readonly Readonly<Record<string, unknown>>[] | null | undefined,
): CustomField[] {
  return (items ?? []).map((raw) => ({
    id: raw.id instanceof ExactNumber ? Number(raw.id.text) : 0,
    caption: typeof raw.caption === 'string' ? raw.caption : '',
    type: typeof raw.type === 'string' ? raw.type : '',
    value: raw.value ?? null,
    raw,
  }));
}
