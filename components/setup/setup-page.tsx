import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SetupState } from '@/utils/settings-desk/answers';
import { GuidedSetup } from './guided-setup';
import type { SetupPort } from './setup-port';

/** Leads from an installed extension to a first look at what a sync would change, from where it was left. */
export function SetupPage({ port }: { readonly port: SetupPort }) {
  const [kept, setKept] = useState<SetupState | 'unknown' | null>(null);

  useEffect(() => {
    port.readSetup().then(
      (answer) => setKept(answer.ok ? answer.value : 'unknown'),
      () => setKept('unknown'),
    );
  }, [port]);

  return (
    <main class="setup">
      <header>
        <h1>
          <img src="/icon/48.png" alt="" width={36} height={36} />
          {i18n.t('setup.title')}
        </h1>
        <p>{i18n.t('setup.intro')}</p>
      </header>
      {kept === 'unknown' && <p class="notice bad">{i18n.t('options.noAnswer')}</p>}
      {kept !== null && kept !== 'unknown' && <GuidedSetup port={port} kept={kept} />}
    </main>
  );
}
