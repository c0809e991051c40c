import { placesOf, valueAt } from './places';
import type { Policy } from './policy-schema';
import type { Settings } from './settings';
import { isAllowed, managedBy, settingsInForce } from './settings-in-force';

/** The places at which settings are wanted otherwise than the policy has them. */
export function overruledIn(wanted: Settings, policy: Policy): readonly string[] {
  const inForce = settingsInForce(wanted, policy);
  const differs = (place: string): boolean => {
    const value = valueAt(wanted, place);
    return value !== undefined && JSON.stringify(value) !== JSON.stringify(valueAt(inForce, place));
  };
  return [
    ...placesOf(managedBy(policy)).filter(differs),
    ...(wanted.connections.every(({ id }) => isAllowed(policy, id)) ? [] : ['connections']),
  ];
}
