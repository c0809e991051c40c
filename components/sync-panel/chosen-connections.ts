import type { ConnectionState, PanelState } from '@/utils/messaging/protocol';

/** The line of that id, or those of that ledger; all of them where none is, as when nobody has chosen any. */
export function chosenConnections(state: PanelState | null, choice: string): readonly ConnectionState[] {
  const all = state?.connections ?? [];
  const some = all.filter(({ id, ledger }) => id === choice || ledger === choice);
  return some.length > 0 ? some : all;
}
