import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { AccessNotice } from '@/components/options/access-notice';
import { Locked, locksOf } from '@/components/options/locks';
import { useOptions } from '@/components/options/use-options';
import type { SetupState } from '@/utils/settings-desk/answers';
import { AccountingStep } from './accounting-step';
import { ManageStep } from './manage-step';
import { MatchingStep } from './matching-step';
import { setupOptionsPort } from './setup-options-port';
import type { SetupPort } from './setup-port';
import type { StepProps } from './step-props';
import { StepList } from './step-list';
import { stepAfter, stepBefore, stepNamed, type Step } from './steps';
import { TrialStep } from './trial-step';

interface Props {
  readonly port: SetupPort;
  readonly kept: SetupState;
}

/** The steps, one at a time. */
export function GuidedSetup({ port, kept }: Props) {
  const [step, setStep] = useState<Step>(stepNamed(kept.step));
  const [fields, setFields] = useState(kept.fields[step] ?? {});
  const current = useRef(step);
  current.current = step;
  const optionsPort = useMemo(() => setupOptionsPort(port, () => current.current), [port]);
  const options = useOptions(optionsPort);
  const { stored } = options;
  const moved = useRef(false);

  useEffect(() => {
    // Whoever goes on is led to what is new; whoever has just come reads from the top.
    if (moved.current) document.querySelector<HTMLElement>('.setup h2')?.focus();
  }, [step]);

  const go = async (next: Step): Promise<void> => {
    await port.reachStep({ step: next }).catch(() => undefined);
    const found = await port.readSetup().catch(() => null);
    moved.current = true;
    options.say('form', 'quiet', '');
    setFields(found?.ok ? (found.value.fields[next] ?? {}) : {});
    setStep(next);
  };
  if (stored === null) return <p role="status">{options.notice?.text}</p>;
  const props: StepProps = {
    port,
    optionsPort,
    options,
    stored,
    fields,
    onBack: () => void go(stepBefore(step)),
    onDone: () => void go(stepAfter(step)),
  };
  return (
    <Locked value={locksOf(stored.managed, stored.settings.connections[0]?.id ?? null)}>
      <StepList current={step} />
      {step === 'manage' && <ManageStep {...props} />}
      {step === 'accounting' && <AccountingStep {...props} />}
      {step === 'matching' && <MatchingStep {...props} />}
      {step === 'trial' && <TrialStep {...props} />}
      {options.missingOrigins.length > 0 && !options.busy && (
        <AccessNotice origins={options.missingOrigins} onAllow={options.allowAccess} />
      )}
    </Locked>
  );
}
