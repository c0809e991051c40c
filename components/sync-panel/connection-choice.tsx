import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { ledgerName } from '@/components/named-lines';
import type { ConnectionState } from '@/utils/messaging/protocol';

interface Props {
  readonly connections: readonly ConnectionState[];
  /** What is chosen: the id of one line, a ledger for all lines of it, or '' for all. */
  readonly choice: string;
  readonly onChoose: (choice: string) => void;
}

/** Which books to sync, where several are connected, and whether customers' invoices or vendors' bills. */
export function ConnectionChoice({ connections, choice, onChoose }: Props) {
  const id = useId();
  const choices = choicesAmong(connections);
  const hasBills = connections.some(({ ledger }) => ledger === 'payable');
  return (
    <div class="field">
      <label for={id}>{i18n.t(hasBills ? 'panel.whatToSync' : 'panel.connection')}</label>
      <select
        id={id}
        value={choices.some(([value]) => value === choice) ? choice : ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{i18n.t(hasBills ? 'panel.everything' : 'panel.allConnections')}</option>
        {choices.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One line each; before them each ledger, where it has several lines and is not all there is. */
function choicesAmong(connections: readonly ConnectionState[]): readonly (readonly [string, string])[] {
  const ledgers = (['receivable', 'payable'] as const).filter((ledger) => {
    const count = connections.filter((each) => each.ledger === ledger).length;
    return count > 1 && count < connections.length;
  });
  return [
    ...ledgers.map((ledger) => [ledger, ledgerName(ledger)] as const),
    ...connections.map(({ id, name }) => [id, name] as const),
  ];
}
