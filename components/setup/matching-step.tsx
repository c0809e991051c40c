import { i18n } from '#i18n';
import { MatchingPicture } from './pictures/result-pictures';
import { StepActions } from './step-actions';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';

/** By which number an invoice of the books is found in Manage. */
export function MatchingStep({ onBack, onDone }: StepProps) {
  return (
    <StepFrame
      title={i18n.t('setup.matching.title')}
      intro={i18n.t('setup.matching.intro')}
      picture={<MatchingPicture />}
    >
      <StepActions busy={false} next={i18n.t('setup.goOn')} onNext={onDone} onBack={onBack} />
    </StepFrame>
  );
}
