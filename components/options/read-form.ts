import type { SecretChanges } from '@/utils/messaging/protocol';
import type { Connection, ManageSettings, Settings } from '@/utils/storage/settings';
import type { FieldError, FieldErrors, FieldName } from './field-name';
import type { StoredSettings } from './options-port';
import { siteFromText } from './site-from-text';
import { USUAL_WRITE_BACK } from './usual-write-back';

export type FormReading =
  | { readonly ok: true; readonly settings: Settings; readonly secrets: SecretChanges }
  | { readonly ok: false; readonly errors: FieldErrors };

type PowerOfficeConnection = Extract<Connection, { system: 'poweroffice-go' }>;

const POWEROFFICE_KEYS = ['applicationKey', 'clientKey', 'subscriptionKey'] as const;

/** The connection the form edits: the first of its kind, if there is one. */
export function powerOfficeOf({ connections }: Settings): PowerOfficeConnection | undefined {
  return connections.find((each) => each.system === 'poweroffice-go');
}

/**
 * Turns the filled form into settings and the secrets to store, or says which fields need a look. A secret left
 * empty stays as it is, and so does every setting that the form does not show. A connection to PowerOffice Go is
 * made once any of its keys is filled in; Manage can be connected before.
 */
export function readForm(data: FormData, { settings, secretsSet }: StoredSettings): FormReading {
  const errors: Partial<Record<FieldName, FieldError>> = {};
  const secrets: Record<string, string> = {};
  const text = (name: FieldName): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const required = (name: FieldName): string => {
    const value = text(name);
    if (value === '') errors[name] = 'required';
    return value;
  };
  const lines = (name: FieldName): string[] => {
    const list = text(name).split('\n');
    const filled = list.map((line) => line.trim()).filter((line) => line !== '');
    if (filled.length === 0) errors[name] = 'listEmpty';
    return filled;
  };
  const secret = (field: FieldName, name: string): void => {
    const value = text(field);
    if (value !== '') secrets[name] = value;
    else if (!secretsSet.includes(name)) errors[field] = 'required';
  };

  const connection = powerOfficeOf(settings);
  const wanted: PowerOfficeConnection = {
    ...(connection ?? { id: 'poweroffice-go', system: 'poweroffice-go' }),
    environment: text('environment') === 'demo' ? 'demo' : 'production',
  };
  const usesPowerOffice = connection !== undefined || POWEROFFICE_KEYS.some((name) => text(name) !== '');
  if (usesPowerOffice) for (const name of POWEROFFICE_KEYS) secret(name, `${wanted.id}.${name}`);

  const before = settings.manage;
  const signIn = text('signIn') === 'session' ? 'session' : 'api-keys';
  if (signIn === 'api-keys') secret('privateKey', 'manage.privateKey');
  const manage: ManageSettings = {
    site: siteFromText(required('site')) ?? '',
    companyId: required('companyId'),
    signIn,
    publicKey: signIn === 'api-keys' ? required('publicKey') : (before?.publicKey ?? ''),
    clientId: required('clientId'),
    homeCurrency: text('homeCurrency').toUpperCase(),
    writeBack: {
      ...(before?.writeBack ?? USUAL_WRITE_BACK),
      ...(text('strategy') === 'custom-fields'
        ? {
            strategy: 'custom-fields',
            paidAmountCaption: required('paidAmountCaption'),
            datePaidCaption: required('datePaidCaption'),
          }
        : { strategy: 'payment-record', besideOtherIntegration: data.has('besideOtherIntegration') }),
    },
  };
  if (manage.site === '') errors.site ??= 'site';
  if (!/^([A-Z]{3})?$/.test(manage.homeCurrency)) errors.homeCurrency = 'currency';

  const invoiceSearch = { screenTitles: lines('screenTitles'), numberCaptions: lines('numberCaptions') };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    secrets,
    settings: {
      ...settings,
      keepSecrets: text('keepSecrets') === 'session' ? 'session' : 'browser',
      manage,
      connections: usesPowerOffice ? withConnection(settings.connections, wanted) : settings.connections,
      invoiceSearch,
    },
  };
}

function withConnection(connections: readonly Connection[], wanted: Connection): Connection[] {
  return connections.some(({ id }) => id === wanted.id)
    ? connections.map((each) => (each.id === wanted.id ? wanted : each))
    : [...connections, wanted];
}
