import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import type { Shown } from '@/utils/payments/change';
import { decide } from '@/utils/payments/decide';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import type { Problem } from '@/utils/payments/problem';
import type { PlanOptions } from './plan-batch';
import { recordIdsIn } from './record-ids-in';

/** An invoice of the books and the one of Manage that carries its number. */
export interface Matched {
  readonly books: AccountingInvoice;
  readonly held: ManageInvoice;
}

/**
 * What Manage shows of each invoice, by its id there. Where a glance at many at once finds it right already, that is
 * enough; the others are read one by one. What may lag behind a write just made is read in any case.
 * @throws Problem when Manage cannot be read at all
 */
export async function shownNow(
  matched: readonly Matched[],
  { manage, journal, unsure, rules }: PlanOptions,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Shown | Problem>> {
  const { writeBack } = manage;
  const isSure = ({ held }: Matched): boolean => !unsure.has(held.number);
  const glanced = await writeBack.glance?.(
    matched.filter(isSure).map(({ held }) => held),
    signal,
  );
  const ownRecordIds = await journal.ownAmong(recordIdsIn(glanced?.values() ?? []));
  const isRight = ({ books, held }: Matched): boolean => {
    const shown = glanced?.get(held.id);
    try {
      const input = { books, manage: held, ownRecordIds, paid: rules.paid };
      return shown !== undefined && decide({ ...input, shown }).do === 'nothing';
    } catch {
      // Said of the invoice itself, where it is decided about.
      return false;
    }
  };
  const right = new Set(matched.filter(isRight).map(({ held }) => held.id));
  const toRead = matched
    .filter(({ held }) => !right.has(held.id))
    .map((each) => (isSure(each) ? each.held : { ...each.held, payments: null }));
  const read = await writeBack.read(toRead, signal);
  return new Map([...[...(glanced ?? [])].filter(([id]) => right.has(id)), ...read]);
}
