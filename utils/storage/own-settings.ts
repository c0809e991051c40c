import type { Connection, ManageSettings, Settings } from './settings';

/** Of a connection that a policy sets, the user's own part is what the policy leaves open. */
type OwnConnection = Partial<Connection> & Pick<Connection, 'id' | 'system'>;

/** What the user has set. What only a policy sets is missing in it. */
export type OwnSettings = Partial<Omit<Settings, 'manage' | 'connections'>> & {
  readonly manage?: Partial<ManageSettings> | null;
  readonly connections?: readonly OwnConnection[];
};
