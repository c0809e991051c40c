import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionState } from '@/utils/messaging/protocol';

interface Props {
  readonly connections: readonly ConnectionState[];
  /** Those that are chosen: one, or all. */
  readonly chosen: readonly ConnectionState[];
  /** Called with the id of one connection, or with '' for all. */
  readonly onChoose: (id: string) => void;
}

/** Which books to sync, where several are connected. */
export function ConnectionChoice({ connections, chosen, onChoose }: Props) {
  const id = useId();
  const [one, another] = chosen;
  return (
    <div class="field">
      <label for={id}>{i18n.t('panel.connection')}</label>
      <select
        id={id}
        value={another === undefined ? (one?.id ?? '') : ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{i18n.t('panel.allConnections')}</option>
        {connections.map(({ id: value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
