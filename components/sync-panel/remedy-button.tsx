import { i18n } from '#i18n';
import type { Reason, ReasonCode } from '@/utils/payments/reason';
import { remedyOf } from '@/utils/payments/remedy';

export interface RemedyActions {
  readonly onOpenOptions: () => void;
  /** Opens the guided setup, which goes on where it was left. */
  readonly onSetUp: () => void;
  /** Loads the page anew: whoever is signed out of Manage is asked to sign in then. */
  readonly onReload: () => void;
}

interface Props extends RemedyActions {
  readonly reason: Reason;
  readonly primary?: boolean;
}

/** What was asked for cannot be done now, or not of this run, and nothing is wrong that settings could put right. */
const NOTHING_TO_PUT_RIGHT: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'runAlreadyActive',
  'startDateInvalid',
  'startDateInFuture',
  'messageRefused',
  'runNotThere',
  'runStopped',
  'takeOverNotOffered',
  'changedSince',
  'numberNotAskable',
]);

/** The one button that helps where a run cannot begin or go on. To go on, and to try again, there are buttons already. */
export function RemedyButton({ reason: { code }, primary = false, onOpenOptions, onSetUp, onReload }: Props) {
  const remedy = remedyOf(code);
  if (NOTHING_TO_PUT_RIGHT.has(code) || remedy === 'continue' || remedy === 'retry-failed') return null;
  const words = {
    'open-manage': 'panel.reload',
    'open-settings': 'panel.openSettings',
    'set-up': 'health.setUp',
    'allow-access': 'panel.allowAccess',
    'sign-in-to-microsoft': 'panel.signInToMicrosoft',
  } as const;
  const press = remedy === 'open-manage' ? onReload : remedy === 'set-up' ? onSetUp : onOpenOptions;
  return (
    <button type="button" class={primary ? 'primary' : undefined} onClick={press}>
      {i18n.t(words[remedy])}
    </button>
  );
}
