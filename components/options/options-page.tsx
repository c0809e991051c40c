import { i18n } from '#i18n';
import { AccessNotice } from './access-notice';
import { useBusinessCentral } from './accounting/use-business-central';
import { useEditedConnection } from './accounting/use-edited-connection';
import { CheckSection } from './check-section';
import { FileSection } from './file-section';
import { Locked, locksOf } from './locks';
import { NoticeLine } from './notice-line';
import type { OptionsPort } from './options-port';
import { SettingsForm } from './settings-form';
import { ShownPagesSection } from './shown-pages-section';
import { useOptions } from './use-options';

/** Connects Manage and the books by hand, tries the connections, and moves settings between browsers. */
export function OptionsPage({ port }: { readonly port: OptionsPort }) {
  const options = useOptions(port);
  const editor = useEditedConnection(options);
  const businessCentral = useBusinessCentral(port, editor.edited);
  const { stored, notice, missingOrigins, busy } = options;
  return (
    <main>
      <header>
        <h1>
          <img src="/icon/48.png" alt="" width={36} height={36} />
          {i18n.t('options.title')}
        </h1>
        <p>{i18n.t('options.intro')}</p>
        <p>
          <button type="button" onClick={port.openSetup}>
            {i18n.t('options.openSetup')}
          </button>
        </p>
      </header>
      {editor.edited.stored && (
        <Locked
          value={locksOf(editor.edited.stored.managed, editor.editing === 'new' ? null : editor.editing.id)}
        >
          <SettingsForm
            port={port}
            options={editor.edited}
            stored={editor.edited.stored}
            businessCentral={businessCentral}
            editor={editor}
          />
        </Locked>
      )}
      <NoticeLine place="form" notice={notice} />
      {missingOrigins.length > 0 && !busy && (
        <AccessNotice origins={missingOrigins} onAllow={options.allowAccess} />
      )}
      {stored && <CheckSection port={port} options={options} />}
      {stored && <ShownPagesSection port={port} options={options} />}
      {stored && <FileSection port={port} options={options} />}
    </main>
  );
}
