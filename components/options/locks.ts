import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Policy } from '@/utils/storage/policy-schema';
import type { FieldName } from './field-name';
import { FIELD_PLACES } from './field-places';

/** What the organisation has set a field to; undefined where it is the user's own. */
export type Locks = (name: FieldName) => string | number | boolean | readonly string[] | undefined;

/** @param connectionId of the connection that the fields show; null for one that is to be added */
export function locksOf(policy: Policy, connectionId: string | null): Locks {
  const { connections = [], ...others } = policy;
  const connection = connections.find(({ id }) => id === connectionId);
  return (name) => {
    const places = name in FIELD_PLACES ? FIELD_PLACES[name as keyof typeof FIELD_PLACES] : [];
    const found = places.map((place) => {
      const names = place.split('.');
      return names[0] === '*' ? within(connection, names.slice(1)) : within(others, names);
    });
    return found.find((value) => value !== undefined) as ReturnType<Locks>;
  };
}

const LockContext = createContext<Locks>(() => undefined);

/** Locks the fields within it. */
export const Locked = LockContext.Provider;

/** What the organisation has set the field to; undefined where it can be changed. */
export function useLock(name: FieldName): ReturnType<Locks> {
  return useContext(LockContext)(name);
}

function within(tree: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (each, name) =>
      typeof each === 'object' && each !== null ? (each as Record<string, unknown>)[name] : undefined,
    tree,
  );
}
