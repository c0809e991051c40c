import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { formatMoment } from '@/components/format-moment';
import { namedLines } from '@/components/named-lines';
import { remedyOfRefusal } from '@/components/remedy-of-refusal';
import { ConnectionCard } from './connection-card';
import { HealthNote } from './health-note';
import type { PopupPort } from './popup-port';
import { RefusalNote } from './refusal-note';
import { useOverview } from './use-overview';

interface Props {
  readonly port: PopupPort;
  /** BCP 47; the browser's own when left out. */
  readonly locale?: string;
  /** Where one invoice is looked up by its number, or a purchase order where there are bills. */
  readonly children?: (hasBills: boolean) => ComponentChildren;
}

/** How everything stands at a glance, the one thing that needs a person, and the ways on. */
export function PopupPage({ port, locale, children }: Props) {
  const { overview, refusal, busy, ask, runAll, help } = useOverview(port);
  const connections = namedLines(overview?.state.connections ?? []);
  /** What a connection is called, where there are several and that has to be said; else ''. */
  const nameOf = (wanted: string | null | undefined): string =>
    connections.find(({ id }) => connections.length > 1 && id === wanted)?.name ?? '';
  const health = overview?.health;
  const refused = refusal === 'no answer' ? null : refusal;
  const remedy = refused && remedyOfRefusal(refused.reason.code);
  const isSetUp = connections.length > 0;
  const underWay = connections.some(({ run }) => run?.phase === 'running' || run?.phase === 'paused');
  return (
    <main>
      <header>
        <h1>{i18n.t('panel.name')}</h1>
      </header>
      {overview === null && refusal === null && <p class="quiet">{i18n.t('panel.loading')}</p>}
      {health && (
        <HealthNote
          health={health}
          name={nameOf(health.connection?.id)}
          busy={busy}
          onPress={() => help(health.remedy, health.connection?.id)}
        />
      )}
      <RefusalNote
        refusal={refusal}
        name={nameOf(refused?.connectionId)}
        remedy={remedy === health?.remedy ? null : remedy}
        busy={busy}
        onPress={(wanted) => help(wanted, refused?.connectionId ?? undefined)}
      />
      {isSetUp && (
        <ul class="connections">
          {connections.map((connection) => (
            <ConnectionCard key={connection.id} connection={connection} locale={locale} />
          ))}
        </ul>
      )}
      {overview?.nextAt != null && (
        <p class="quiet">{i18n.t('popup.nextRun', { time: formatMoment(overview.nextAt, locale) })}</p>
      )}
      {isSetUp && children?.(connections.some(({ ledger }) => ledger === 'payable'))}
      {overview && (
        <div class="actions">
          {isSetUp && (
            <button
              type="button"
              class={health ? undefined : 'primary'}
              aria-disabled={busy || underWay}
              onClick={() => !busy && !underWay && runAll()}
            >
              {i18n.t('popup.runNow')}
            </button>
          )}
          {overview.site !== null && (
            <button type="button" onClick={() => ask(() => port.openManage(), port.close)}>
              {i18n.t('popup.openInvoiceSearch')}
            </button>
          )}
          <button type="button" onClick={() => ask(() => port.openOptions(), port.close)}>
            {i18n.t('popup.settings')}
          </button>
        </div>
      )}
    </main>
  );
}
