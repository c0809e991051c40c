import { i18n } from '#i18n';
import { STEPS, type Step } from './steps';

/** Which steps there are, which are done, and which it is now. */
export function StepList({ current }: { readonly current: Step }) {
  const at = STEPS.indexOf(current);
  return (
    <nav aria-label={i18n.t('setup.steps')}>
      <ol class="steps">
        {STEPS.map((step, index) => (
          <li
            key={step}
            class={index < at ? 'done' : ''}
            aria-current={step === current ? 'step' : undefined}
          >
            <span class="number" aria-hidden="true">
              {index < at ? '✓' : index + 1}
            </span>
            <span>
              {i18n.t(`setup.step.${step}`)}
              {index < at && <span class="unseen"> {i18n.t('setup.stepDone')}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
