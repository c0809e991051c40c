import { useId } from 'preact/hooks';
import { reasonText } from '@/components/reason-text';
import type { Outcome } from '@/utils/payments/outcome';
import { ChangeLines } from './change-lines';
import type { TakeOver } from './panel-port';
import { TakeOverOffer } from './take-over-offer';

interface Props {
  readonly outcome: Outcome;
  readonly busy: boolean;
  readonly locale: string | undefined;
  readonly onTakeOver: (record: TakeOver) => void;
}

/** One invoice of a result: what changed, and why or why not. */
export function OutcomeItem({ outcome, busy, locale, onTakeOver }: Props) {
  const id = useId();
  const { invoiceNumber, change, reasons, takeOver } = outcome;
  return (
    <li class="outcome">
      <p id={id} class="invoice-number">
        <bdi>{invoiceNumber}</bdi>
      </p>
      {change && <ChangeLines change={change} locale={locale} />}
      {reasons.map((reason) => (
        <p key={reasonText(reason)} class="reason">
          {reasonText(reason)}
        </p>
      ))}
      {takeOver !== undefined && (
        <TakeOverOffer
          describedBy={id}
          busy={busy}
          onAccept={() => onTakeOver({ invoiceNumber, recordId: takeOver })}
        />
      )}
    </li>
  );
}
