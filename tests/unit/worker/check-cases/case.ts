import { DROP } from '../../../../sandbox/drop';
import type { LivingWorld } from '../../../../sandbox/world';
import type { openDesk, DeskOptions } from '../support';

export type Desk = Awaited<ReturnType<typeof openDesk<LivingWorld>>>;

export interface Case {
  readonly when: string;
  /** What is checked: `manage`, or a connection. */
  readonly of: string;
  readonly given: DeskOptions;
  /** What is turned in the sandbox once everything is connected. */
  readonly turn?: (world: LivingWorld, desk: Desk) => void;
  /** The probe that tells, how, and why. */
  readonly tells: `${string} ${'ok' | 'warning' | 'failed'} ${string}`;
  /** The buttons that put it right. */
  readonly offers?: readonly string[];
}

export const CUSTOM: DeskOptions = { strategy: 'custom-fields' };
export const SESSION: DeskOptions = { signIn: 'session' };
export const BC: DeskOptions = { system: 'business-central' };
export const NAV: DeskOptions = { system: 'dynamics-nav' };
export const refused =
  (part: string): NonNullable<DeskOptions['intercept']> =>
  (request) =>
    new RegExp(part).test(request.url)
      ? Response.json({ code: 'Security', message: 'Not allowed.' }, { status: 403 })
      : undefined;
export const gone =
  (host: string): NonNullable<DeskOptions['intercept']> =>
  (request) =>
    new URL(request.url).hostname === host ? DROP : undefined;
export const LATE = { clockAheadMs: 5 * 60_000 };
