import { i18n } from '#i18n';
import { InvoiceSearchPicture } from './pictures/result-pictures';
import { StepActions } from './step-actions';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';
import { trialMemory } from './trial-memory';
import { TrialResult } from './trial-result';
import { trialText } from './trial-text';
import { useTrial } from './use-trial';

/** What a sync would change, and where to begin it. */
export function TrialStep(props: StepProps) {
  const { port, stored, onBack } = props;
  const { manage, connections } = stored.settings;
  const trial = useTrial(port, connections[0]?.id ?? '', trialMemory(props));
  const { run, changes, problem, busy } = trial;
  const isBad = problem !== '' || run?.phase === 'failed';
  return (
    <StepFrame
      title={i18n.t('setup.trial.title')}
      intro={i18n.t('setup.trial.intro')}
      picture={<InvoiceSearchPicture />}
    >
      <StepActions
        busy={busy}
        next={i18n.t('setup.trial.run')}
        onNext={trial.begin}
        onStop={trial.stop}
        onBack={onBack}
        // A dry run is one of the settings as they are: whoever wants others stops it first.
        mayLeave={!busy || (run !== null && run.mode !== 'preview')}
      />
      <p role="status" class={isBad ? 'notice bad' : 'notice quiet'}>
        {problem || (run && trialText(run)) || (busy && i18n.t('state.asking'))}
      </p>
      {run !== null && changes !== null && (
        <>
          <TrialResult run={run} changes={changes} />
          <div class="ready">
            <h3>{i18n.t('setup.trial.ready')}</h3>
            <p>{i18n.t('setup.trial.readyHelp')}</p>
            <div class="actions">
              <button
                type="button"
                class="primary"
                onClick={() => manage !== null && port.openManage(manage.site)}
              >
                {i18n.t('setup.trial.openManage')}
              </button>
              <button type="button" onClick={port.openSettings}>
                {i18n.t('setup.trial.openSettings')}
              </button>
            </div>
          </div>
        </>
      )}
    </StepFrame>
  );
}
