import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { formatMoment } from '@/components/format-moment';
import { namedLines } from '@/components/named-lines';
import { reasonText } from '@/components/reason-text';
import { ConnectionCard } from './connection-card';
import { HealthNote } from './health-note';
import type { PopupPort } from './popup-port';
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
  const { overview, refusal, busy, ask, remedy } = useOverview(port);
  const connections = namedLines(overview?.state.connections ?? []);
  const trouble = overview?.health?.connection;
  const troubled = connections.find(({ id }) => id === trouble?.id)?.name ?? trouble?.name ?? '';
  const isSetUp = connections.length > 0;
  const underWay = connections.some(({ run }) => run?.phase === 'running' || run?.phase === 'paused');
  return (
    <main>
      <header>
        <h1>{i18n.t('panel.name')}</h1>
      </header>
      {overview === null && refusal === null && <p class="quiet">{i18n.t('panel.loading')}</p>}
      {overview?.health && (
        <HealthNote
          health={overview.health}
          name={connections.length > 1 ? troubled : ''}
          busy={busy}
          onPress={() => remedy(overview.health)}
        />
      )}
      <p role="status" class={refusal === null ? undefined : 'refusal'}>
        {refusal === 'no answer' ? i18n.t('popup.noAnswer') : refusal && reasonText(refusal)}
      </p>
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
              class={overview.health ? undefined : 'primary'}
              aria-disabled={busy || underWay}
              onClick={() => !busy && !underWay && ask(() => port.runAll())}
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
