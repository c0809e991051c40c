import { i18n } from '#i18n';
import { remedyOfRefusal } from '@/components/remedy-of-refusal';
import type { Reason } from '@/utils/payments/reason';

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

/** The one button that helps where a run cannot begin or go on. */
export function RemedyButton({ reason: { code }, primary = false, onOpenOptions, onSetUp, onReload }: Props) {
  const remedy = remedyOfRefusal(code);
  if (remedy === null) return null;
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
