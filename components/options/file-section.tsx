import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { NoticeLine } from './notice-line';
import type { OptionsPort } from './options-port';
import type { Options } from './use-options';

const FILE_NAME = 'payment-sync-settings.json';

interface Props {
  readonly port: OptionsPort;
  readonly options: Options;
}

/** Takes all settings out as one file, or in from one. */
export function FileSection({ port, options }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const [withSecrets, setWithSecrets] = useState(false);

  const exportSettings = async (): Promise<void> => {
    const answer = await options.valueOf('file', port.exportSettings({ withSecrets }));
    if (answer === null) return;
    port.download(FILE_NAME, answer.value);
    options.say('file', 'good', i18n.t('options.file.exported'));
  };
  const importSettings = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const text = await file.text();
    // The same file can be chosen again after it has been put right.
    input.value = '';
    const answer = await options.valueOf('file', port.importSettings({ text }));
    if (answer === null) return;
    await options.reload();
    const { value: left } = answer;
    const places = new Intl.ListFormat().format(left);
    if (left.length === 0) options.say('file', 'good', i18n.t('options.file.imported'));
    else options.say('file', 'quiet', i18n.t('options.file.importedExcept', { places }));
  };
  return (
    <section aria-labelledby="file-title">
      <h2 id="file-title">{i18n.t('options.file.title')}</h2>
      <p class="help">{i18n.t('options.file.help')}</p>
      <div class="choice">
        <label>
          <input
            type="checkbox"
            checked={withSecrets}
            aria-describedby="secrets-warning"
            onChange={(event) => setWithSecrets(event.currentTarget.checked)}
          />
          {i18n.t('options.file.withSecrets')}
        </label>
        <p id="secrets-warning" class={withSecrets ? 'help warning' : 'help'}>
          {i18n.t('options.file.withSecretsWarning')}
        </p>
      </div>
      <div class="actions">
        <button type="button" onClick={() => void exportSettings()}>
          {i18n.t('options.file.export')}
        </button>
        <button type="button" aria-describedby="import-help" onClick={() => chooser.current?.click()}>
          {i18n.t('options.file.import')}
        </button>
        <input
          ref={chooser}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={i18n.t('options.file.chooser')}
          onChange={(event) => void importSettings(event.currentTarget)}
        />
      </div>
      <NoticeLine place="file" notice={options.notice} />
      <p id="import-help" class="help">
        {i18n.t('options.file.importHelp')}
      </p>
    </section>
  );
}
