import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionCheck } from '@/utils/settings-desk/answers';
import { checkText } from './check-text';
import type { OptionsPort } from './options-port';

interface Props {
  readonly port: Pick<OptionsPort, 'copy' | 'now' | 'version'>;
  readonly checks: readonly ConnectionCheck[];
  readonly nameOf: (of: string) => string;
}

/** Hands the result of a check over as text, for a request to somebody's support. */
export function CopyCheck({ port, checks, nameOf }: Props) {
  const [said, setSaid] = useState('');
  const copy = (): void => {
    const text = checkText(checks, nameOf, { version: port.version, when: port.now() });
    port.copy(text).then(
      () => setSaid(i18n.t('options.check.copied')),
      () => setSaid(i18n.t('options.check.notCopied')),
    );
  };
  return (
    <>
      <button type="button" onClick={copy}>
        {i18n.t('options.check.copy')}
      </button>
      <span role="status" class="help">
        {said}
      </span>
    </>
  );
}
