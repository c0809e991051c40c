import { i18n } from '#i18n';
import type { Recognition } from '@/utils/invoice-search/recognition';
import type { RecognitionPort } from './panel-port';

interface Props {
  readonly recognition: Recognition;
  readonly port: Pick<RecognitionPort, 'showMe'>;
}

/** Says that a page cannot be read, and offers to be shown. */
export function UnreadableNote({ recognition, port }: Props) {
  return (
    <div role="status" class="unreadable">
      {recognition.unreadable && (
        <div class="not-connected">
          <p>{i18n.t('recognition.unreadable')}</p>
          <button type="button" onClick={port.showMe}>
            {i18n.t('recognition.showMe')}
          </button>
        </div>
      )}
    </div>
  );
}
