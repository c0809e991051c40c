import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { invoiceAddress } from '@/utils/payments/invoice-address';
import type { FieldError, FieldName } from './field-name';
import { TextField } from './text-field';

/** The words of the catalogue name them as they are to be typed. */
export const PLACEHOLDERS = { site: '{site}', id: '{id}', number: '{number}' } as const;

interface Props {
  readonly name: FieldName;
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly error: FieldError | undefined;
  /** Host of Manage, for addresses that name it. */
  readonly site?: string;
}

/** Where one invoice can be opened, with placeholders, and a way to try it before it is saved. */
export function AddressField({ name, label, help, value, error, site = '' }: Props) {
  const id = useId();
  const [template, setTemplate] = useState(value);
  const [sample, setSample] = useState('');
  const trial = sample.trim();
  const address = invoiceAddress(
    template.trim(),
    { site, id: trial, number: trial },
    // Whether that may be saved is said when it is.
    { allowHttp: true },
  );
  return (
    <>
      <TextField
        name={name}
        label={label}
        help={help}
        value={value}
        error={error}
        maxLength={500}
        onInput={setTemplate}
      />
      {template.trim() !== '' && (
        <div class="field">
          <label for={id}>{i18n.t('options.links.sample')}</label>
          <div class="with-button">
            <input
              id={id}
              type="text"
              maxLength={30}
              autocomplete="off"
              value={sample}
              onInput={(event) => setSample(event.currentTarget.value)}
            />
            {address !== null && (
              <a href={address} target="_blank" rel="noreferrer">
                {i18n.t('options.links.try')}
              </a>
            )}
          </div>
        </div>
      )}
    </>
  );
}
