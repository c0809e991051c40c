import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Recognition } from '@/utils/invoice-search/recognition';
import type { RecognitionPort } from './panel-port';
import { recognitionText } from './recognition-text';

interface Props {
  readonly recognition: Recognition;
  readonly port: Pick<RecognitionPort, 'showMe' | 'forgetShown'>;
}

/** Lays open how the page was read. */
export function RecognitionDetails({ recognition, port }: Props) {
  const [copied, setCopied] = useState<'' | 'copied' | 'notCopied'>('');
  const text = recognitionText(recognition);
  const isShown = recognition.grids.some(({ by }) => by === 'shown');

  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied('copied'),
      () => setCopied('notCopied'),
    );
  };
  return (
    <details class="recognition">
      <summary>{i18n.t('recognition.title')}</summary>
      <textarea readOnly rows={9} aria-label={i18n.t('recognition.title')} value={text} />
      <div class="buttons">
        <button type="button" onClick={copy}>
          {i18n.t('recognition.copy')}
        </button>
        {!recognition.unreadable && (
          <button type="button" onClick={port.showMe}>
            {i18n.t('recognition.showAgain')}
          </button>
        )}
        {isShown && (
          <button type="button" onClick={port.forgetShown}>
            {i18n.t('recognition.forget')}
          </button>
        )}
      </div>
      <p role="status">{copied && i18n.t(`recognition.${copied}`)}</p>
    </details>
  );
}
