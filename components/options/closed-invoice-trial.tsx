import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  readonly onTry: (invoiceNumber: string) => Promise<void>;
}

/** Lets somebody pick a closed invoice, on which is tried whether its custom fields can be changed. */
export function ClosedInvoiceTrial({ onTry }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [trying, setTrying] = useState(false);
  const start = async (): Promise<void> => {
    const number = field.current?.value.trim() ?? '';
    if (trying) return;
    if (number === '') return field.current?.focus();
    setTrying(true);
    await onTry(number).finally(() => setTrying(false));
  };
  return (
    <div class="field">
      <label for={id}>{i18n.t('options.check.closedInvoice')}</label>
      <div class="with-button">
        <input
          ref={field}
          id={id}
          type="text"
          maxLength={15}
          autocomplete="off"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // In the setup it stands in no form; on no page is it part of the settings.
            event.preventDefault();
            void start();
          }}
        />
        <button type="button" aria-disabled={trying} onClick={() => void start()}>
          {i18n.t('options.check.tryClosedInvoice')}
        </button>
      </div>
    </div>
  );
}
