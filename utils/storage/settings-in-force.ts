import type { z } from 'zod/mini';
import { checkSettings } from './check-settings';
import { connectionSettings } from './connection-settings';
import { overlay, type Row } from './overlay';
import { valueAt } from './places';
import { policySchema, type Policy } from './policy-schema';
import { manageSettings, settingsSchema, type Settings } from './settings';
import { upgradeSettings } from './upgrade-settings';

/** The version in which the first policies were written. */
const FIRST_VERSION = 2;

/**
 * What the organisation has set, from what the browser tells. It is taken whole or not at all: half a policy is one
 * that nobody has written.
 * @throws Problem `policyInvalid`
 */
export function checkPolicy(told: Row): Policy {
  if (Object.keys(told).length === 0) return {};
  const policy = upgradeSettings({ version: FIRST_VERSION, ...told });
  checkSettings(policySchema, policy, 'policyInvalid');
  // Not what the schema makes of it: it fills in usual values, which the organisation has not set.
  const { version: _version, ...set } = policy as Policy;
  return set;
}

/**
 * The settings that count: the user's own under what is managed. What lacks something that only a policy had set is
 * not connected.
 * @throws Problem `settingsInvalid`
 */
export function settingsInForce(own: unknown, policy: Policy): Settings {
  const { manage, connections, ...others } = overlay(upgradeSettings(own) as Row, managedBy(policy));
  const allowed = (connection: Row): boolean => isAllowed(policy, connection.id);
  return checkSettings(settingsSchema, {
    ...others,
    manage: lacksSomething(manageSettings, manage) ? null : manage,
    connections: Array.isArray(connections)
      ? (connections as Row[]).filter((each) => allowed(each) && !lacksSomething(connectionSettings, each))
      : connections,
  });
}

/** What the policy sets, without what it says of the user's own. */
export function managedBy({ allowOwnConnections: _, ...managed }: Policy): Row {
  return managed;
}

/** Whether a connection may be there: one of the policy, or one of the user's own where these are allowed. */
export function isAllowed({ allowOwnConnections = true, connections = [] }: Policy, id: unknown): boolean {
  return allowOwnConnections || connections.some((each) => each.id === id);
}

/** Whether nothing is wrong with it but what it lacks. */
function lacksSomething(schema: z.ZodMiniType, value: unknown): boolean {
  const { error } = schema.safeParse(value);
  const isMissing = ({ path }: { readonly path: readonly PropertyKey[] }): boolean =>
    path.length > 0 && valueAt(value, path.join('.')) === undefined;
  return error?.issues.every(isMissing) ?? false;
}
