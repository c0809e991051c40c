import type { ConnectionState, PanelState } from '@/utils/messaging/protocol';

/** The connection of that id, or all of them where none has it, as when nobody has chosen one. */
export function chosenConnections(state: PanelState | null, id: string): readonly ConnectionState[] {
  const all = state?.connections ?? [];
  const one = all.filter((each) => each.id === id);
  return one.length > 0 ? one : all;
}
