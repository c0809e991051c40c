import type { FieldName } from '../field-name';
import type { FormReader } from '../form-reader';
import type { Purpose } from '../read-form';
import type { ConnectionTo } from './connection-of';
import { MATCH_FIELDS } from './match-field';
import { readAddress } from '../read-address';
import { readBills } from './read-bills';
import { readMatching } from './read-matching';
import { readPaid } from './read-paid';
import { readName } from './read-name';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Environment and company belong to a directory, so those of another one are dropped. */
export function readBusinessCentral(
  form: FormReader,
  before: ConnectionTo<'business-central'> | undefined,
  purpose: Purpose,
): ConnectionTo<'business-central'> {
  const tenantId = form.matching('tenantId', GUID, 'guid').toLowerCase();
  const isOtherDirectory = before !== undefined && before.tenantId.toLowerCase() !== tenantId;
  const chosen = (name: FieldName, stored: string): string => {
    if (isOtherDirectory) return '';
    if (!form.has(name)) return stored;
    return purpose === 'save' ? form.required(name, 'choose') : form.text(name);
  };
  return {
    id: before?.id ?? 'business-central',
    name: readName(form, before?.name, 'business-central'),
    system: 'business-central',
    tenantId,
    clientId: form.matching('applicationId', GUID, 'guid').toLowerCase(),
    environment: chosen('environment', before?.environment ?? ''),
    company: chosen('company', before?.company ?? ''),
    matching: readMatching(form, MATCH_FIELDS['business-central'], before?.matching),
    paid: readPaid(form, before?.paid),
    ...readAddress(form, 'booksInvoiceAddress', before?.invoiceAddress),
    bills: readBills(form, before?.bills),
    datedWhenFirstSeen: form.has('datedWhenFirstSeen'),
  };
}
