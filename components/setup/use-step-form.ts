import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FieldErrors } from '@/components/options/field-name';
import type { FormReading, Purpose } from '@/components/options/read-form';
import type { CheckResult } from '@/utils/accounting/source';
import type { Settings } from '@/utils/storage/settings';
import { restoreFields } from './restore-fields';
import type { StepProps } from './step-props';
import type { Step } from './steps';
import { useDraft } from './use-draft';

interface Wanted extends StepProps {
  readonly step: Step;
  /** Reads the step's own fields. */
  readonly read: (data: FormData, purpose: Purpose) => FormReading;
  /** Which connection the step is about: `manage`, or the id of one to the books. */
  readonly checked: (settings: Settings) => string;
}

/** A step that is filled in, saved, tried, and left once all is well. */
export function useStepForm({ port, options, stored, fields, onDone, step, read, checked }: Wanted) {
  const { form, keep, forget } = useDraft(port, step, stored.settings.connections);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [checking, setChecking] = useState(false);
  const [results, setResults] = useState<readonly CheckResult[] | null>(null);
  const toRestore = useRef(fields);

  useEffect(() => {
    const entered = toRestore.current;
    toRestore.current = {};
    if (form.current === null || Object.keys(entered).length === 0) return;
    void restoreFields(form.current, entered, () => port.sleep(0));
  }, []);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  /** The form as settings; null once what is wrong with it has been said. */
  function reading(purpose: Purpose): Extract<FormReading, { ok: true }> | null {
    if (form.current === null || options.busy || checking) return null;
    const answer = read(new FormData(form.current), purpose);
    setErrors(answer.ok ? {} : answer.errors);
    if (answer.ok) return answer;
    options.say(purpose === 'save' ? 'form' : 'microsoft', 'bad', i18n.t('options.invalid'));
    return null;
  }

  async function check(of: string): Promise<void> {
    setChecking(true);
    options.say('form', 'quiet', i18n.t('setup.checking'));
    const answer = await options.valueOf('form', port.checkConnections({ of }));
    const found = answer?.value.flatMap((each) => each.results) ?? null;
    setResults(found);
    setChecking(false);
    if (found === null) return;
    const open = found.filter(({ verdict }) => verdict !== 'ok').length;
    options.say('form', open === 0 ? 'good' : 'bad', verdict(found));
    if (open === 0) onDone();
  }

  return {
    form,
    keep,
    errors,
    results,
    busy: options.busy || checking,
    /** Whether the step may be left as it is: something deserves a look, and nothing stands in the way. */
    mayGoOn:
      results !== null &&
      !checking &&
      results.every(({ verdict }) => verdict !== 'failed') &&
      results.length > 0,
    reading,
    /** Saves and tries. To be called in the event of a submit: the browser lets a page ask for access only then. */
    submit(): void {
      const filled = reading('save');
      if (filled === null) return;
      forget();
      setResults(null);
      void options.save(filled, 'form').then(() => check(checked(filled.settings)));
    },
    /** Tries once more what is saved. */
    checkAgain: (): Promise<void> => check(checked(stored.settings)),
  };
}

export type StepForm = ReturnType<typeof useStepForm>;

function verdict(results: readonly CheckResult[]): string {
  const failed = results.filter(({ verdict }) => verdict === 'failed').length;
  if (failed > 0) return i18n.t('setup.checkFailed', failed);
  const warnings = results.filter(({ verdict }) => verdict === 'warning').length;
  return warnings > 0 ? i18n.t('setup.checkWarned', warnings) : i18n.t('setup.checkPassed');
}
