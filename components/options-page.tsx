import { useState } from 'preact/hooks';

export interface OptionsForm {
  readonly settings: unknown;
  readonly secrets: Record<string, string>;
}

interface Props {
  readonly onSave: (form: OptionsForm) => Promise<string>;
}

export function OptionsPage({ onSave }: Props) {
  const [message, setMessage] = useState('');
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    setMessage(
      await onSave({
        settings: {
          version: 1,
          manage: {
            site: text('site'),
            companyId: text('companyId'),
            signIn: 'api-keys',
            publicKey: text('publicKey'),
            clientId: text('clientId'),
          },
          connections: [{ id: 'poweroffice-go', system: 'poweroffice-go', environment: 'production' }],
        },
        secrets: {
          'manage.privateKey': text('privateKey'),
          'poweroffice-go.applicationKey': text('applicationKey'),
          'poweroffice-go.clientKey': text('clientKey'),
          'poweroffice-go.subscriptionKey': text('subscriptionKey'),
        },
      }),
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Field name="site" label="Manage site" />
      <Field name="companyId" label="Company ID" />
      <Field name="publicKey" label="Public key" />
      <Field name="privateKey" label="Private key" type="password" />
      <Field name="clientId" label="Client ID" />
      <Field name="applicationKey" label="Application key" type="password" />
      <Field name="clientKey" label="Client key" type="password" />
      <Field name="subscriptionKey" label="Subscription key" type="password" />
      <button type="submit">Save</button>
      <p role="status">{message}</p>
    </form>
  );
}

function Field({ name, label, type = 'text' }: { name: string; label: string; type?: string }) {
  return (
    <p>
      <label>
        {label} <input name={name} type={type} autocomplete="off" required />
      </label>
    </p>
  );
}
