import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Options } from '../use-options';
import { identified, narrowed, whole, type Editing } from './edited-connection';

/** Lets the form edit one of the connections at a time, or add one. */
export function useEditedConnection(options: Options) {
  const { stored, revision } = options;
  const [wanted, want] = useState<Editing | null>(null);
  const connections = stored?.settings.connections ?? [];
  const isStored = (editing: Editing | null): boolean =>
    editing !== null && editing !== 'new' && connections.some(({ id }) => id === editing.id);
  const [first] = connections;
  const usual: Editing = first === undefined ? 'new' : { id: first.id };
  // One that is being added is not stored before it has been saved.
  const editing = wanted === null ? usual : isStored(wanted) ? wanted : 'new';

  useEffect(() => {
    // A settings file may have replaced them all.
    want((now) => (now === 'new' || isStored(now) ? now : null));
  }, [revision]);

  const shown = useMemo(() => stored && narrowed(stored, editing), [stored, JSON.stringify(editing)]);
  const others = connections.filter((each) => editing === 'new' || each.id !== editing.id);
  const edited: Options = {
    ...options,
    stored: shown,
    save(reading, place) {
      const [connection] = reading.settings.connections;
      if (connection !== undefined) want({ id: connection.id });
      return options.save({ ...reading, settings: whole(reading.settings, connections, editing) }, place);
    },
  };
  const managed = stored?.managed;
  return {
    connections,
    editing,
    /** Whether the organisation has set it up. */
    isManaged: editing !== 'new' && managed?.connections?.some(({ id }) => id === editing.id) === true,
    /** Whether the organisation lets users add connections of their own. */
    mayAdd: managed?.allowOwnConnections !== false,
    edited,
    choose: want,
    identified: (reading: Parameters<Options['save']>[0]) => identified(reading, others),
    /** Forgets the edited connection with its keys. What it wrote to Manage stays there. */
    remove: (): void => {
      if (stored === null || editing === 'new') return;
      want(null);
      const settings = { ...stored.settings, connections: others };
      void options.save({ ok: true, secrets: {}, settings }, 'form');
    },
  };
}

export type EditedConnection = ReturnType<typeof useEditedConnection>;
