import type { ManageSettings } from '@/utils/storage/settings';
import type { FormReader } from './form-reader';
import type { StoredSettings } from './options-port';
import { readAddress } from './read-address';
import { siteFromText } from './site-from-text';
import { USUAL_ORDER_FIELDS, USUAL_WRITE_BACK } from './usual-write-back';

/** The fields of Manage as settings. What the form does not show stays as it was, or as the organisation has set it. */
export function readManage(form: FormReader, stored: StoredSettings): ManageSettings {
  // Without the exact types, which let nothing be left out by undefined: what a policy leaves out is not there.
  const before = stored.settings.manage ?? (stored.managed.manage as Partial<ManageSettings> | undefined);
  const signIn = form.text('signIn') === 'session' ? 'session' : 'api-keys';
  if (signIn === 'api-keys') form.secret('privateKey', 'manage.privateKey');
  const manage: ManageSettings = {
    site: siteFromText(form.required('site')) ?? '',
    companyId: form.required('companyId'),
    signIn,
    publicKey: signIn === 'api-keys' ? form.required('publicKey') : (before?.publicKey ?? ''),
    clientId: form.required('clientId'),
    homeCurrency: form.has('homeCurrency')
      ? form.text('homeCurrency').toUpperCase()
      : (before?.homeCurrency ?? ''),
    writeBack: { ...USUAL_WRITE_BACK, ...before?.writeBack, ...readWriteBack(form) },
    ...readAddress(form, 'manageInvoiceAddress', before?.invoiceAddress),
    purchaseOrders: readOrderFields(form, { ...USUAL_ORDER_FIELDS, ...before?.purchaseOrders }),
  };
  if (manage.site === '') form.refuse('site', 'site');
  if (!/^([A-Z]{3})?$/.test(manage.homeCurrency)) form.refuse('homeCurrency', 'currency');
  return manage;
}

/** The captions that the form shows where bills are switched on. */
export function readOrderFields(
  form: FormReader,
  before: ManageSettings['purchaseOrders'] = USUAL_ORDER_FIELDS,
): ManageSettings['purchaseOrders'] {
  if (!form.has('orderPaidAmountCaption')) return before;
  return {
    paidAmountCaption: form.required('orderPaidAmountCaption'),
    datePaidCaption: form.required('orderDatePaidCaption'),
  };
}

function readWriteBack(form: FormReader): Partial<ManageSettings['writeBack']> {
  if (!form.has('strategy')) return {};
  if (form.text('strategy') !== 'custom-fields') {
    return { strategy: 'payment-record', besideOtherIntegration: form.has('besideOtherIntegration') };
  }
  return {
    strategy: 'custom-fields',
    paidAmountCaption: form.required('paidAmountCaption'),
    datePaidCaption: form.required('datePaidCaption'),
  };
}
