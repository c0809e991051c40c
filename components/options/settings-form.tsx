import type { TargetedSubmitEvent } from 'preact';
import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FieldErrors } from './field-name';
import { InvoiceSearchSection } from './invoice-search-section';
import { KeysSection } from './keys-section';
import { ManageSection } from './manage-section';
import type { StoredSettings } from './options-port';
import { PowerOfficeSection } from './poweroffice-section';
import { readForm, type FormReading } from './read-form';

interface Props {
  readonly stored: StoredSettings;
  /** Changes whenever the fields are to show what is stored again. */
  readonly revision: number;
  readonly busy: boolean;
  readonly onSave: (reading: Extract<FormReading, { ok: true }>) => void;
  readonly onInvalid: () => void;
}

/** Everything that is set by hand, saved as one. What is wrong is said at its field, and the first one is focused. */
export function SettingsForm({ stored, revision, busy, onSave, onInvalid }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<FieldErrors>({});

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const fold = first?.closest('details');
    if (fold) fold.open = true;
    first?.focus();
  }, [errors]);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy) return;
    const reading = readForm(new FormData(event.currentTarget), stored);
    setErrors(reading.ok ? {} : reading.errors);
    if (reading.ok) onSave(reading);
    else onInvalid();
  };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Fragment key={revision}>
        <ManageSection stored={stored} errors={errors} />
        <PowerOfficeSection stored={stored} errors={errors} />
        <KeysSection keepSecrets={stored.settings.keepSecrets} />
        <InvoiceSearchSection invoiceSearch={stored.settings.invoiceSearch} errors={errors} />
      </Fragment>
      <button type="submit" class="primary" aria-disabled={busy}>
        {i18n.t('options.save')}
      </button>
    </form>
  );
}
