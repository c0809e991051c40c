import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import { progressText } from '@/components/sync-panel/progress-text';
import { InvoiceSearchPicture } from './pictures/result-pictures';
import { StepActions } from './step-actions';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';
import { TrialResult } from './trial-result';
import { useTrial } from './use-trial';

/** What a sync would change, and where to begin it. */
export function TrialStep({ port, stored, onBack }: StepProps) {
  const { manage, connections } = stored.settings;
  const { run, changes, problem, busy, begin } = useTrial(port, connections[0]?.id ?? '');
  const failure = run?.failure ? reasonText(run.failure) : '';
  return (
    <StepFrame
      title={i18n.t('setup.trial.title')}
      intro={i18n.t('setup.trial.intro')}
      picture={<InvoiceSearchPicture />}
    >
      <StepActions busy={busy} next={i18n.t('setup.trial.run')} onNext={begin} onBack={onBack} />
      <p role="status" class={problem || failure ? 'notice bad' : 'notice quiet'}>
        {problem || failure || (busy ? (run ? progressText(run) : i18n.t('state.asking')) : ended(run))}
      </p>
      {run?.phase === 'finished' && changes !== null && (
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

function ended(run: { readonly phase: string } | null): string {
  return run?.phase === 'finished' ? i18n.t('state.previewFinished') : '';
}
