import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Settings } from '@/utils/storage/settings';
import { ChoiceField } from './choice-field';

/** For how long this browser keeps what was entered as keys. */
export function KeysSection({ keepSecrets }: Pick<Settings, 'keepSecrets'>) {
  const [kept, setKept] = useState(keepSecrets);
  return (
    <section aria-labelledby="keys-title">
      <h2 id="keys-title">{i18n.t('options.keys.title')}</h2>
      <ChoiceField
        name="keepSecrets"
        legend={i18n.t('options.keys.keep')}
        value={kept}
        onChoose={setKept}
        choices={[
          {
            value: 'browser',
            label: i18n.t('options.keys.browser'),
            help: i18n.t('options.keys.browserHelp'),
          },
          {
            value: 'session',
            label: i18n.t('options.keys.session'),
            help: i18n.t('options.keys.sessionHelp'),
          },
        ]}
      />
    </section>
  );
}
