import { i18n } from '#i18n';
import type { ManageSettings } from '@/utils/storage/settings';
import type { FieldErrors } from './field-name';
import { TextField } from './text-field';

interface Props {
  /** Of which records the fields are. */
  readonly of: keyof typeof FIELDS;
  readonly captions: ManageSettings['purchaseOrders'];
  readonly errors: FieldErrors;
}

const FIELDS = {
  invoices: { words: 'writeBack', amount: 'paidAmountCaption', date: 'datePaidCaption' },
  orders: { words: 'bills', amount: 'orderPaidAmountCaption', date: 'orderDatePaidCaption' },
} as const;

/** The captions by which the two custom fields of invoices, or of purchase orders, are found. */
export function CaptionFields({ of, captions, errors }: Props) {
  const { words, amount, date } = FIELDS[of];
  const shared = { help: i18n.t(`options.${words}.captionHelp`), maxLength: 25, required: true };
  return (
    <>
      <TextField
        name={amount}
        label={i18n.t(`options.${words}.paidAmountCaption`)}
        value={captions.paidAmountCaption}
        error={errors[amount]}
        {...shared}
      />
      <TextField
        name={date}
        label={i18n.t(`options.${words}.datePaidCaption`)}
        value={captions.datePaidCaption}
        error={errors[date]}
        {...shared}
      />
    </>
  );
}
