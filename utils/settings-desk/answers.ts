import type { CheckResult } from '@/utils/accounting/source';
import type { SecretChanges } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';
import type { Policy } from '@/utils/storage/policy-schema';
import type { Settings } from '@/utils/storage/settings';

/** The settings and the names of the secrets that are stored. The secrets themselves never come back. */
export interface StoredSettings {
  readonly settings: Settings;
  readonly secretsSet: readonly string[];
  /** What the organisation has set. */
  readonly managed: Policy;
}

/** One block of a connection check: Manage, or an accounting connection by its id. */
export interface ConnectionCheck {
  readonly of: string;
  readonly results: readonly CheckResult[];
}

/** A Manage that is open in this browser, or was looked for. What it did not tell is ''. */
export interface FoundManage {
  /** Host name, with a port if it has one. */
  readonly site: string;
  /** What people enter as company when they sign in; '' where nobody is signed in. */
  readonly companyId: string;
  readonly companyName: string;
  /** Who is signed in. */
  readonly member: string;
  /** Such as `v2025.1`. */
  readonly version: string;
  /** Why it told nothing, where something went wrong. */
  readonly problem: Reason | null;
}

/** What was entered in a step of the guided setup and not saved yet: texts of fields by their names, keys by theirs. */
export interface SetupDraft {
  readonly step: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly secrets: SecretChanges;
}

/** How far the guided setup has come. */
export interface SetupState {
  /** '' when it was never begun. */
  readonly step: string;
  /** What was entered and not saved, by step. */
  readonly fields: Readonly<Record<string, SetupDraft['fields']>>;
  /** Keys that were entered and are not saved yet. They do not come back. */
  readonly secretNames: readonly string[];
}
