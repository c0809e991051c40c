import type { ManageSettings } from '@/utils/storage/settings';

/** What the form starts from while nothing has been chosen yet. The captions are those Manage itself uses. */
export const USUAL_WRITE_BACK: ManageSettings['writeBack'] = {
  strategy: 'payment-record',
  paidAmountCaption: 'Paid Amount',
  datePaidCaption: 'Date Paid',
  besideOtherIntegration: false,
};

/** The same for the two custom fields of purchase orders. */
export const USUAL_ORDER_FIELDS: ManageSettings['purchaseOrders'] = {
  paidAmountCaption: 'Paid Amount',
  datePaidCaption: 'Date Paid',
};
