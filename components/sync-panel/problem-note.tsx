import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { Reason, ReasonCode } from '@/utils/payments/reason';

/** What can be put right on the options page. */
const SETTLED_IN_OPTIONS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'hostPermissionMissing',
  'manageCompanyUnknown',
  'manageForbidden',
  'manageClientIdMissing',
  'manageApiHostNeeded',
  'manageKeysRefused',
  'manageKeysMissing',
  'manageSessionMayNotWrite',
  'accountingKeysMissing',
  'otherIntegrationSyncsPayments',
  'customFieldMissing',
  'customFieldWrongType',
  'powerOfficeKeysRefused',
  'powerOfficeForbidden',
]);

interface Props {
  readonly reason: Reason;
  readonly onOpenOptions: () => void;
}

/** What went wrong and what to do, with the way to the options page where it leads there. */
export function ProblemNote({ reason, onOpenOptions }: Props) {
  return (
    <div class="problem">
      <p>{reasonText(reason)}</p>
      {SETTLED_IN_OPTIONS.has(reason.code) && (
        <button type="button" onClick={onOpenOptions}>
          {i18n.t('panel.openSettings')}
        </button>
      )}
    </div>
  );
}
