import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { InvoiceLink } from '@/components/invoice-link';
import { reasonText } from '@/components/reason-text';
import { formatMoney } from '@/utils/payments/format-money';
import type { InvoiceLinks } from '@/utils/payments/invoice-address';
import type { Outcome } from '@/utils/payments/outcome';
import { ChangeLines } from './change-lines';
import type { TakeOver } from './panel-port';
import { TakeOverOffer } from './take-over-offer';

interface Props {
  readonly outcome: Outcome;
  /** Where it can be opened; null where that is not known. */
  readonly links: InvoiceLinks | null;
  readonly busy: boolean;
  readonly locale: string | undefined;
  /** Null where nothing can be taken over any more. */
  readonly onTakeOver: ((record: TakeOver) => void) | null;
}

/** One invoice of a result: whose it is, what changed, and why or why not. */
export function OutcomeItem({ outcome, links, busy, locale, onTakeOver }: Props) {
  const id = useId();
  const { invoiceNumber, company, bills, total, change, reasons, takeOver } = outcome;
  return (
    <li class="outcome">
      <div class="outcome-head">
        <p id={id} class="invoice-number">
          <bdi>{invoiceNumber}</bdi>
        </p>
        {total !== undefined && <p class="invoice-total">{formatMoney(total, locale)}</p>}
      </div>
      {company !== undefined && (
        <p class="company">
          <bdi>{company}</bdi>
        </p>
      )}
      {bills !== undefined && (
        <p class="company">{i18n.t('panel.bills', bills.length, { numbers: bills.join(', ') })}</p>
      )}
      {links && (
        <p class="links">
          <InvoiceLink address={links.manage} to="manage" number={invoiceNumber} />
          <InvoiceLink address={links.books} to="books" number={invoiceNumber} />
        </p>
      )}
      {change && <ChangeLines change={change} locale={locale} />}
      {reasons.map((reason) => (
        <p key={reasonText(reason)} class="reason">
          {reasonText(reason, locale)}
        </p>
      ))}
      {takeOver !== undefined && onTakeOver !== null && (
        <TakeOverOffer
          describedBy={id}
          busy={busy}
          onAccept={() => onTakeOver({ invoiceNumber, recordId: takeOver })}
        />
      )}
    </li>
  );
}
