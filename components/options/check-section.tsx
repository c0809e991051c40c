import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionCheck } from '@/utils/settings-desk/answers';
import type { Connection } from '@/utils/storage/settings';
import { connectionTitle } from './accounting/connection-title';
import { CheckList } from './check-list';
import { CopyCheck } from './copy-check';
import { NoticeLine } from './notice-line';
import type { Remedy } from './remedies';
import type { OptionsPort } from './options-port';
import type { Options } from './use-options';

interface Props {
  readonly port: OptionsPort;
  readonly options: Options;
}

/** Tries the connections as they are saved, and shows how each probe went. */
export function CheckSection({ port, options }: Props) {
  const [running, setRunning] = useState(false);
  const [checks, setChecks] = useState<readonly ConnectionCheck[] | null>(null);
  const { stored } = options;

  const check = async (): Promise<void> => {
    setRunning(true);
    const answer = await options.valueOf('check', port.checkConnections());
    setChecks(answer?.value ?? null);
    if (stored) await options.refreshAccess(stored.settings);
    setRunning(false);
  };
  const put = async (remedy: Remedy): Promise<void> => {
    if (stored === null) return;
    await options.save({ ok: true, settings: remedy.apply(stored.settings), secrets: {} }, 'check');
    await check();
  };
  const connectionOf = (of: string): Connection | undefined =>
    stored?.settings.connections.find(({ id }) => id === of);
  const nameOf = (of: string): string => {
    const connection = connectionOf(of);
    return connection ? connectionTitle(connection) : i18n.t('options.manage.title');
  };
  const openAddress = (of: string): void => {
    const connection = connectionOf(of);
    if (connection?.system === 'dynamics-nav') port.openTab(connection.baseUrl);
  };
  return (
    <section aria-labelledby="check-title">
      <h2 id="check-title">{i18n.t('options.check.title')}</h2>
      <p class="help">{i18n.t('options.check.help')}</p>
      <div class="actions">
        <button type="button" aria-disabled={running} onClick={() => !running && void check()}>
          {i18n.t('options.check.run')}
        </button>
        {checks && !running && <CopyCheck port={port} checks={checks} nameOf={nameOf} />}
      </div>
      <p role="status">{running ? i18n.t('options.check.running') : checks && verdict(checks)}</p>
      <NoticeLine place="check" notice={options.notice} />
      {!running &&
        checks?.map(({ of, results }) => (
          <CheckList
            key={of}
            of={of}
            name={nameOf(of)}
            results={results}
            onAllow={options.allowAccess}
            onOpenAddress={() => openAddress(of)}
            onRemedy={(remedy) => void put(remedy)}
            onTryClosed={async (invoiceNumber) =>
              (await options.valueOf('check', port.tryClosedInvoice({ invoiceNumber })))?.value ?? null
            }
          />
        ))}
    </section>
  );
}

function verdict(checks: readonly ConnectionCheck[]): string {
  const results = checks.flatMap((each) => each.results);
  const lines = results.filter((result) => result.verdict !== 'ok').length;
  if (results.length === 0) return i18n.t('options.check.nothing');
  return lines === 0 ? i18n.t('options.check.allGood') : i18n.t('options.check.attention', lines);
}
