import type { SecretChanges } from '@/utils/messaging/protocol';
import type { Settings } from '@/utils/storage/settings';
import { withFirst } from './accounting/connection-of';
import { readConnection } from './accounting/read-connection';
import type { FieldErrors } from './field-name';
import { createFormReader } from './form-reader';
import type { StoredSettings } from './options-port';
import { readManage } from './read-manage';

/** What the form is read for. To sign in, nothing need be chosen that can be listed only after it. */
export type Purpose = 'save' | 'sign-in';

export type FormReading =
  | { readonly ok: true; readonly settings: Settings; readonly secrets: SecretChanges }
  | { readonly ok: false; readonly errors: FieldErrors };

/**
 * Turns the filled form into settings and the secrets to store, or says which fields need a look. A secret left
 * empty stays as it is, and so does every setting that the form does not show.
 */
export function readForm(data: FormData, stored: StoredSettings, purpose: Purpose = 'save'): FormReading {
  const { settings, secretsSet, managed } = stored;
  const form = createFormReader(data, secretsSet);
  const manage = readManage(form, stored);
  const connection = readConnection(form, settings.connections, purpose);
  const keepSecrets = form.text('keepSecrets') === 'session' ? 'session' : 'browser';
  const invoiceSearch = {
    screenTitles: form.lines('screenTitles'),
    numberCaptions: form.lines('numberCaptions'),
  };
  const everyHours = Number(form.text('everyHours'));
  // The box is not shown where no run begins by itself.
  const notify = managed.schedule?.notify ?? (everyHours > 0 && form.has('notify'));
  const schedule = { everyHours, notify };
  const { errors, secrets } = form;
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const connections =
    connection === null ? settings.connections : withFirst(settings.connections, connection);
  return {
    ok: true,
    secrets,
    settings: { ...settings, manage, connections, keepSecrets, invoiceSearch, schedule },
  };
}
