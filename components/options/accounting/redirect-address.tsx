import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { describedBy, FieldFrame } from '../field-frame';
import type { OptionsPort } from '../options-port';

interface Props {
  /** Empty until it is known. */
  readonly address: string;
  readonly copy: OptionsPort['copy'];
}

/** The address Microsoft sends people back to, for whoever registers it there. */
export function RedirectAddress({ address, copy }: Props) {
  const id = useId();
  const [said, setSaid] = useState('');
  const help = i18n.t('options.businessCentral.redirectHelp');
  const copyAddress = async (): Promise<void> => {
    try {
      await copy(address);
      setSaid(i18n.t('options.businessCentral.copied'));
    } catch {
      setSaid(i18n.t('options.businessCentral.notCopied'));
    }
  };
  return (
    <FieldFrame
      id={id}
      label={i18n.t('options.businessCentral.redirect')}
      help={help}
      error={undefined}
      locked={false}
    >
      <div class="with-button">
        <input
          id={id}
          type="text"
          value={address}
          readOnly
          aria-describedby={describedBy(id, { help })}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" onClick={() => void copyAddress()}>
          {i18n.t('options.businessCentral.copy')}
        </button>
      </div>
      <p role="status" class="help">
        {said}
      </p>
    </FieldFrame>
  );
}
