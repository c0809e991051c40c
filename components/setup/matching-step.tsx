import { i18n } from '#i18n';
import { BillsFields } from '@/components/options/accounting/bills-fields';
import { MATCH_FIELDS } from '@/components/options/accounting/match-field';
import { MatchingFields } from '@/components/options/accounting/matching-fields';
import { PaidFields } from '@/components/options/accounting/paid-fields';
import { readBills } from '@/components/options/accounting/read-bills';
import { readMatching } from '@/components/options/accounting/read-matching';
import { readPaid } from '@/components/options/accounting/read-paid';
import { readVendorServices } from '@/components/options/accounting/read-vendor-services';
import type { FormReader } from '@/components/options/form-reader';
import { readOrderFields } from '@/components/options/read-manage';
import { NoticeLine } from '@/components/options/notice-line';
import type { Connection } from '@/utils/storage/settings';
import { MatchingPicture } from './pictures/result-pictures';
import { StepActions } from './step-actions';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';
import { useStepForm } from './use-step-form';
import { withConnection } from './with-connection';

/** By which number an invoice of the books is found in Manage, and what counts as paid. */
export function MatchingStep(props: StepProps) {
  const { port, stored, onBack } = props;
  const { settings } = stored;
  const [connection] = settings.connections;
  const form = useStepForm({
    ...props,
    step: 'matching',
    // How the last invoices match is shown beside the fields as they are filled in.
    checked: null,
    read(reader) {
      if (connection === undefined) return settings;
      const connections = withConnection(settings.connections, matched(reader, connection));
      const { manage } = settings;
      return {
        ...settings,
        connections,
        manage: manage && { ...manage, purchaseOrders: readOrderFields(reader, manage.purchaseOrders) },
      };
    },
  });
  return (
    <StepFrame
      title={i18n.t('setup.matching.title')}
      intro={i18n.t('setup.matching.intro')}
      picture={<MatchingPicture />}
    >
      <form {...form.attributes}>
        {connection && (
          <>
            <MatchingFields
              system={connection.system}
              stored={connection.matching}
              atOnce
              onTry={(matching) => port.previewMatching({ connectionId: connection.id, matching })}
            />
            <PaidFields stored={connection.paid} errors={form.errors} />
            <BillsFields
              stored={connection.bills}
              orders={settings.manage?.purchaseOrders}
              services={connection.system === 'dynamics-nav' ? connection.services : undefined}
              isNav={connection.system === 'dynamics-nav'}
              errors={form.errors}
            />
          </>
        )}
        <StepActions busy={form.busy} next={i18n.t('setup.goOn')} onBack={onBack} />
      </form>
      <NoticeLine place="form" notice={props.options.notice} />
    </StepFrame>
  );
}

function matched(form: FormReader, connection: Connection): Connection {
  const rules = { paid: readPaid(form, connection.paid), bills: readBills(form, connection.bills) };
  switch (connection.system) {
    case 'poweroffice-go':
      return {
        ...connection,
        ...rules,
        matching: readMatching(form, MATCH_FIELDS['poweroffice-go'], connection.matching),
      };
    case 'business-central':
      return {
        ...connection,
        ...rules,
        matching: readMatching(form, MATCH_FIELDS['business-central'], connection.matching),
      };
    case 'dynamics-nav':
      return {
        ...connection,
        ...rules,
        services: { ...connection.services, ...readVendorServices(form, connection.services) },
        matching: readMatching(form, MATCH_FIELDS['dynamics-nav'], connection.matching),
      };
  }
}
