import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AccountingSection } from './accounting/accounting-section';
import type { BusinessCentral } from './accounting/use-business-central';
import type { EditedConnection } from './accounting/use-edited-connection';
import type { FieldErrors } from './field-name';
import { InvoiceSearchSection } from './invoice-search-section';
import { KeysSection } from './keys-section';
import { ManageSection } from './manage-section';
import type { OptionsPort, StoredSettings } from './options-port';
import { readForm, type Purpose } from './read-form';
import { ScheduleSection } from './schedule-section';
import type { Options } from './use-options';

interface Props {
  readonly port: OptionsPort;
  readonly options: Options;
  readonly stored: StoredSettings;
  readonly businessCentral: BusinessCentral;
  readonly editor: EditedConnection;
}

/** Everything that is set by hand, saved as one. What is wrong is said at its field, and the first one is focused. */
export function SettingsForm({ port, options, stored, businessCentral, editor }: Props) {
  const { revision, busy } = options;
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<FieldErrors>({});

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const fold = first?.closest('details');
    if (fold) fold.open = true;
    first?.focus();
  }, [errors]);

  const submit = (purpose: Purpose): void => {
    if (busy || form.current === null) return;
    const reading = readForm(new FormData(form.current), stored, purpose);
    setErrors(reading.ok ? {} : reading.errors);
    const isSignIn = purpose === 'sign-in';
    if (!reading.ok) options.say(isSignIn ? 'microsoft' : 'form', 'bad', i18n.t('options.invalid'));
    else if (isSignIn) businessCentral.signIn(editor.identified(reading));
    else void options.save(editor.identified(reading), 'form');
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit('save');
      }}
    >
      <Fragment key={revision}>
        <ManageSection stored={stored} errors={errors} />
        <AccountingSection
          key={JSON.stringify(editor.editing)}
          editor={editor}
          previewMatching={port.previewMatching}
          stored={stored}
          errors={errors}
          businessCentral={businessCentral}
          copy={port.copy}
          onSignIn={() => submit('sign-in')}
        />
        <KeysSection keepSecrets={stored.settings.keepSecrets} />
        <ScheduleSection
          schedule={stored.settings.schedule}
          requestNotifications={port.requestNotifications}
        />
        <InvoiceSearchSection invoiceSearch={stored.settings.invoiceSearch} errors={errors} />
      </Fragment>
      <button type="submit" class="primary" aria-disabled={busy}>
        {i18n.t('options.save')}
      </button>
    </form>
  );
}
