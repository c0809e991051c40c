import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { NO_BILLS, type BillsRule } from '@/utils/payments/bills-rule';
import type { ManageSettings } from '@/utils/storage/settings';
import { CaptionFields } from '../caption-fields';
import type { FieldErrors } from '../field-name';
import { LinesField } from '../lines-field';
import { TickField } from '../tick-field';
import { USUAL_ORDER_FIELDS } from '../usual-write-back';
import { aliasLines } from './alias-lines';
import type { ConnectionTo } from './connection-of';
import { NumberRuleFields } from './number-rule-fields';
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

/** Whether purchase orders show if the vendor's bill was paid, and what that needs. Off until somebody ticks it. */
export function BillsFields({
  stored = NO_BILLS,
  orders = USUAL_ORDER_FIELDS,
  services,
  isNav,
  errors,
}: Props) {
  const [on, turn] = useState(stored.on);
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
          <CaptionFields of="orders" captions={orders} errors={errors} />
          <LinesField
            name="vendorAliases"
            label={i18n.t('options.bills.vendors')}
            help={i18n.t('options.bills.vendorsHelp')}
            value={aliasLines(stored.vendors)}
            error={errors.vendorAliases}
          />
          {isNav && <VendorServiceNames services={services} errors={errors} />}
          <NumberRuleFields of="bills" rule={stored.matching} />
        </>
      )}
    </details>
  );
}
