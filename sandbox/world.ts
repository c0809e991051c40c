import type { ManageState } from './manage/state';
import type { PowerOfficeState } from './poweroffice-go/state';

/** Everything the sandbox's systems hold. Tests and the demo change it as the firm's day goes on. */
export interface World {
  readonly powerOffice: PowerOfficeState;
  readonly manage: ManageState;
  /** Epoch ms of the sandbox's own clock, which the servers put into `Date` headers and time stamps. */
  now(): number;
}
