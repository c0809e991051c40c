import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { NoticeLine } from '../notice-line';
import type { BusinessCentral } from './use-business-central';

interface Props {
  readonly businessCentral: BusinessCentral;
  readonly onSignIn: () => void;
}

/** The button that opens Microsoft's sign-in, and how the sign-in stands. */
export function MicrosoftSignIn({ businessCentral: { signingIn, notice }, onSignIn }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    // Saving draws the fields anew, and with them this button under the finger that pressed it.
    if (signingIn) button.current?.focus();
  }, []);

  return (
    <div class="field">
      <div class="actions">
        <button
          ref={button}
          type="button"
          aria-disabled={signingIn}
          aria-describedby={`${id}-help`}
          onClick={() => !signingIn && onSignIn()}
        >
          {i18n.t('options.businessCentral.signIn')}
        </button>
      </div>
      <NoticeLine place="microsoft" notice={notice} />
      <p id={`${id}-help`} class="help">
        {i18n.t('options.businessCentral.signInHelp')}
      </p>
    </div>
  );
}
