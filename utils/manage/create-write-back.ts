import type { WriteStrategy } from '@/utils/payments/change';
import type { ManageApi } from './api';
import { createCustomFieldsWriteBack, type CustomFieldCaptions } from './custom-fields-write-back';
import { createPaymentRecordWriteBack } from './payment-record-write-back';
import type { WriteBack } from './write-back';

/** How payment status is written to Manage, as the user has set it. */
export interface WriteBackSettings extends CustomFieldCaptions {
  readonly strategy: WriteStrategy;
  /** The user has confirmed that payment records do no harm beside another integration. */
  readonly besideOtherIntegration: boolean;
}

/** The way of writing that the settings name. */
export function createWriteBack(api: ManageApi, settings: WriteBackSettings): WriteBack {
  return settings.strategy === 'custom-fields'
    ? createCustomFieldsWriteBack(api, settings)
    : createPaymentRecordWriteBack(api);
}
