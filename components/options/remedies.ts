import { i18n } from '#i18n';
import type { CheckResult } from '@/utils/accounting/source';
import type { WriteStrategy } from '@/utils/payments/change';
import { textIn, type Reason, type ReasonCode } from '@/utils/payments/reason';
import type { Connection, ManageSettings, Settings } from '@/utils/storage/settings';

/** Something that can be changed in the settings with one press, since a probe of the check came out badly. */
export interface Remedy {
  readonly label: string;
  readonly apply: (settings: Settings) => Settings;
}

/** What refuses payment records leaves custom fields, and the other way round. */
const OTHER_WAY: Readonly<Partial<Record<ReasonCode, WriteStrategy>>> = {
  otherIntegrationSyncsPayments: 'custom-fields',
  managePaymentsRefused: 'custom-fields',
  businessCentralDatesChoice: 'custom-fields',
  customFieldMissing: 'payment-record',
  customFieldWrongType: 'payment-record',
  customFieldAmbiguous: 'payment-record',
  customFieldTooCoarse: 'payment-record',
  customFieldsForbidden: 'payment-record',
  closedInvoiceLocked: 'payment-record',
};

/** What can be done about a line of the check. @param of `manage`, or the id of the connection that was checked */
export function remediesOfLine({ probe, verdict, reason }: CheckResult, of: string): readonly Remedy[] {
  // Purchase orders have no other way of showing a payment than their two custom fields.
  const hasRemedies = verdict !== 'ok' && !probe.startsWith('manageOrder');
  return reason !== undefined && hasRemedies ? remediesOf(reason, of) : [];
}

/** @param of `manage`, or the id of the connection that was checked */
export function remediesOf(reason: Reason, of: string): readonly Remedy[] {
  const { code } = reason;
  const otherWay = OTHER_WAY[code];
  const remedies: Remedy[] = [];
  if (otherWay !== undefined) {
    const label = i18n.t(otherWay === 'custom-fields' ? 'remedy.customFields' : 'remedy.paymentRecords');
    remedies.push({ label, apply: writeBack({ strategy: otherWay }) });
  }
  if (code === 'otherIntegrationSyncsPayments') {
    const label = i18n.t('remedy.besideOtherIntegration');
    remedies.push({ label, apply: writeBack({ besideOtherIntegration: true }) });
  }
  if (code === 'manageSessionMayNotWrite') {
    remedies.push({ label: i18n.t('remedy.apiKeys'), apply: manage(() => ({ signIn: 'api-keys' })) });
  }
  if (code === 'businessCentralDatesChoice') {
    remedies.push({
      label: i18n.t('remedy.firstSeen'),
      apply: connection(of, (each) =>
        each.system === 'business-central' ? { ...each, datedWhenFirstSeen: true } : each,
      ),
    });
  }
  if (code === 'businessCentralCompanyCase') {
    const actual = textIn(reason, 'actual');
    remedies.push({
      label: i18n.t('remedy.useName', { name: actual }),
      apply: connection(of, (each) =>
        each.system === 'business-central' ? { ...each, company: actual } : each,
      ),
    });
  }
  if (code === 'navServiceNamedOtherwise') {
    const service = textIn(reason, 'service');
    const other = textIn(reason, 'other');
    remedies.push({
      label: i18n.t('remedy.useName', { name: other }),
      apply: connection(of, (each) =>
        each.system === 'dynamics-nav' ? renamed(each, service, other) : each,
      ),
    });
  }
  return remedies;
}

function renamed<C extends Extract<Connection, { system: 'dynamics-nav' }>>(
  nav: C,
  from: string,
  to: string,
): C {
  const services = Object.fromEntries(
    Object.entries(nav.services).map(([page, name]) => [page, name === from ? to : name]),
  ) as C['services'];
  return { ...nav, services };
}

function manage(change: (before: ManageSettings) => Partial<ManageSettings>): Remedy['apply'] {
  return (settings) =>
    settings.manage === null
      ? settings
      : { ...settings, manage: { ...settings.manage, ...change(settings.manage) } };
}

function writeBack(change: Partial<ManageSettings['writeBack']>): Remedy['apply'] {
  return manage((before) => ({ writeBack: { ...before.writeBack, ...change } }));
}

function connection(of: string, change: (before: Connection) => Connection): Remedy['apply'] {
  return (settings) => ({
    ...settings,
    connections: settings.connections.map((each) => (each.id === of ? change(each) : each)),
  });
}
