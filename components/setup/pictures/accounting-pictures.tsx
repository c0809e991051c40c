import { i18n } from '#i18n';
import type { System } from '@/components/options/accounting/connection-of';
import { Button, Field, Line, Screen, Words } from './drawing';
import { Picture } from './picture';

/** Where the values of an accounting system are found. */
export function AccountingPicture({ system }: { readonly system: System }) {
  switch (system) {
    case 'poweroffice-go':
      return <PowerOfficePicture />;
    case 'business-central':
      return <BusinessCentralPicture />;
    case 'dynamics-nav':
      return <DynamicsNavPicture />;
  }
}

function PowerOfficePicture() {
  return (
    <Picture caption={i18n.t('setup.picture.powerOffice')} height={210}>
      <Screen title={i18n.t('setup.picture.powerOfficeScreen')} height={210}>
        <Button x={226} y={38} width={120} height={24} marked>
          {i18n.t('setup.picture.powerOfficeAdd')}
        </Button>
        <Words x={14} y={56}>
          {i18n.t('setup.picture.powerOfficeCustom')}
        </Words>
        <Field
          x={14}
          y={88}
          width={332}
          caption={i18n.t('options.powerOffice.applicationKey')}
          value="5e6f7a8b-…"
        />
        <Field
          x={14}
          y={146}
          width={332}
          caption={i18n.t('options.powerOffice.clientKey')}
          value="0c9d8e7f-…"
          marked
        />
      </Screen>
    </Picture>
  );
}

function BusinessCentralPicture() {
  return (
    <Picture caption={i18n.t('setup.picture.businessCentral')} height={210}>
      <Screen title="Microsoft Entra › App registrations" height={210}>
        {[48, 66, 84].map((y) => (
          <Line key={y} x={14} y={y} width={70} />
        ))}
        <Words x={104} y={54}>
          Payment Sync
        </Words>
        <Field x={104} y={82} width={242} caption="Application (client) ID" value="3c9e5f70-…" marked />
        <Field x={104} y={140} width={242} caption="Directory (tenant) ID" value="7a1b6d2e-…" marked />
      </Screen>
    </Picture>
  );
}

function DynamicsNavPicture() {
  return (
    <Picture caption={i18n.t('setup.picture.dynamicsNav')} height={222}>
      <Screen title="Dynamics NAV › Web Services" height={222}>
        {[
          ['143', 'PostedSalesInvoices'],
          ['25', 'CustomerLedgerEntries'],
          ['573', 'DetailedCustLedgEntries'],
        ].map(([page, name], at) => (
          <g key={page}>
            <Words x={14} y={52 + at * 20} quiet>
              {page}
            </Words>
            <Words x={48} y={52 + at * 20}>
              {name}
            </Words>
          </g>
        ))}
        <Field
          x={14}
          y={122}
          width={332}
          caption="OData V4 URL"
          value="https://nav.example.com:7048/…/ODataV4"
          marked
        />
        <Field x={14} y={174} width={332} caption="Web Service Access Key" value="••••••••••••••••" marked />
      </Screen>
    </Picture>
  );
}
