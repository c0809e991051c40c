import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { NO_BILLS, type BillsRule } from '@/utils/payments/bills-rule';
import type { ManageSettings } from '@/utils/storage/settings';
import type { FieldErrors } from '../field-name';
import { LinesField } from '../lines-field';
import { SelectField } from '../select-field';
import { TextField } from '../text-field';
import { TickField } from '../tick-field';
import { USUAL_ORDER_FIELDS } from '../usual-write-back';
import { aliasLines } from './alias-lines';
import type { ConnectionTo } from './connection-of';
import { VendorServiceNames } from './vendor-service-names';

interface Props {
  /** Undefined for a connection that is not stored yet. */
  readonly stored: BillsRule | undefined;
  readonly orders: ManageSettings['purchaseOrders'] | undefined;
  /** Of a NAV: under which names its pages are published. */
  readonly services?: ConnectionTo<'dynamics-nav'>['services'] | undefined;
  readonly isNav: boolean;
  readonly errors: FieldErrors;
}

const AFFIXES = {
  billBooksPrefix: 'booksPrefix',
  billManagePrefix: 'managePrefix',
  billBooksSuffix: 'booksSuffix',
  billManageSuffix: 'manageSuffix',
} as const;

/** Whether purchase orders show if the vendor's bill was paid, and what that needs. Off until somebody ticks it. */
export function BillsFields({
  stored = NO_BILLS,
  orders = USUAL_ORDER_FIELDS,
  services,
  isNav,
  errors,
}: Props) {
  const [on, turn] = useState(stored.on);
  const [zeros, setZeros] = useState(stored.matching.leadingZeros);
  const { matching, vendors } = stored;
  const usesAffix = Object.values(AFFIXES).some((name) => matching[name] !== '');
  return (
    <details class="fold" open={stored.on}>
      <summary>{i18n.t('options.bills.title')}</summary>
      <input type="hidden" name="billsShown" value="yes" />
      <TickField
        name="bills"
        label={i18n.t('options.bills.on')}
        help={i18n.t('options.bills.onHelp')}
        checked={stored.on}
        onTick={turn}
      />
      {on && (
        <>
          <p class="help">{i18n.t('options.bills.needs')}</p>
          <TextField
            name="orderPaidAmountCaption"
            label={i18n.t('options.bills.paidAmountCaption')}
            help={i18n.t('options.bills.captionHelp')}
            value={orders.paidAmountCaption}
            error={errors.orderPaidAmountCaption}
            maxLength={25}
            required
          />
          <TextField
            name="orderDatePaidCaption"
            label={i18n.t('options.bills.datePaidCaption')}
            help={i18n.t('options.bills.captionHelp')}
            value={orders.datePaidCaption}
            error={errors.orderDatePaidCaption}
            maxLength={25}
            required
          />
          <LinesField
            name="vendorAliases"
            label={i18n.t('options.bills.vendors')}
            help={i18n.t('options.bills.vendorsHelp')}
            value={aliasLines(vendors)}
            error={errors.vendorAliases}
          />
          {isNav && <VendorServiceNames services={services} errors={errors} />}
          <details class="fold" open={usesAffix || zeros === 'ignored'}>
            <summary>{i18n.t('options.bills.differ')}</summary>
            {Object.entries(AFFIXES).map(([name, affix]) => (
              <TextField
                key={name}
                name={name as keyof typeof AFFIXES}
                label={i18n.t(`options.matching.${affix}`)}
                value={matching[affix]}
                maxLength={15}
              />
            ))}
            <SelectField
              name="billLeadingZeros"
              label={i18n.t('options.matching.leadingZeros')}
              value={zeros}
              onChoose={setZeros}
              choices={[
                { value: 'exact', label: i18n.t('options.matching.zerosExact') },
                { value: 'ignored', label: i18n.t('options.matching.zerosIgnored') },
              ]}
            />
          </details>
        </>
      )}
    </details>
  );
}
