import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FieldErrors } from '@/components/options/field-name';
import { createFormReader, type FormReader } from '@/components/options/form-reader';
import type { FormReading, Purpose } from '@/components/options/read-form';
import type { CheckResult } from '@/utils/accounting/source';
import type { Settings } from '@/utils/storage/settings';
import { restoreFields } from './restore-fields';
import type { StepProps } from './step-props';
import type { Step } from './steps';
import { useDraft } from './use-draft';

interface Wanted extends StepProps {
  readonly step: Step;
  /** The settings with the step's own fields in them. */
  readonly read: (form: FormReader, purpose: Purpose) => Settings;
  /** Which connection is tried: `manage`, or the id of one to the books; null where there is nothing to try. */
  readonly checked: ((settings: Settings) => string) | null;
}

/** A step that is filled in, saved, tried, and left once all is well. */
export function useStepForm({ port, options, stored, fields, onDone, step, read, checked }: Wanted) {
  const { form, keep, flush } = useDraft(port, step, stored.settings.connections);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [checking, setChecking] = useState(false);
  const [results, setResults] = useState<readonly CheckResult[] | null>(null);
  const busy = options.busy || checking;

  useEffect(() => {
    if (form.current === null) return;
    // What the page has drawn of the settings is filled over by what was entered since.
    void restoreFields(form.current, fields, () => port.sleep(0));
  }, []);

  const marked = useRef(errors);
  useEffect(() => {
    if (marked.current === errors) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const fold = first?.closest('details');
    if (fold) fold.open = true;
    first?.focus();
  }, [errors]);

  /** The form as settings; null once what is wrong with it has been said. */
  function reading(purpose: Purpose): Extract<FormReading, { ok: true }> | null {
    if (form.current === null || busy) return null;
    const reader = createFormReader(new FormData(form.current), stored.secretsSet);
    const settings = read(reader, purpose);
    const isRight = Object.keys(reader.errors).length === 0;
    setErrors({ ...reader.errors });
    if (isRight) return { ok: true, settings, secrets: reader.secrets };
    options.say(purpose === 'save' ? 'form' : 'microsoft', 'bad', i18n.t('options.invalid'));
    return null;
  }

  async function check(of: string): Promise<void> {
    setChecking(true);
    options.say('form', 'quiet', i18n.t('setup.checking'));
    const answer = await options.valueOf('form', port.checkConnections({ of }));
    setChecking(false);
    if (answer === null) return;
    const found = answer.value.flatMap((each) => each.results);
    setResults(found);
    const isGood = found.every(({ verdict }) => verdict === 'ok');
    options.say('form', isGood ? 'good' : 'bad', verdictOf(found));
    if (isGood) onDone();
  }

  /** Saves and tries. To be called in the event of a submit: the browser lets a page ask for access only then. */
  function submit(): void {
    const filled = reading('save');
    if (filled === null) return;
    // Saving may be refused, and what is kept goes once it is not.
    flush();
    setResults(null);
    void options.save(filled, 'form').then(async (saved) => {
      if (!saved) return;
      if (checked === null) onDone();
      else await check(checked(filled.settings));
    });
  }

  return {
    /** Of the form that holds the step's fields. */
    attributes: {
      ref: form,
      noValidate: true,
      onInput: keep,
      onSubmit: (event: Event): void => {
        event.preventDefault();
        submit();
      },
    },
    errors,
    results,
    busy,
    /** Whether the step may be left as it is: something deserves a look, and nothing stands in the way. */
    mayGoOn: results !== null && results.every(({ verdict }) => verdict !== 'failed') && !busy,
    reading,
    /** Tries once more what is saved. */
    checkAgain: async (): Promise<void> => {
      if (checked !== null) await check(checked(stored.settings));
    },
  };
}

export type StepForm = ReturnType<typeof useStepForm>;

function verdictOf(results: readonly CheckResult[]): string {
  const count = (verdict: CheckResult['verdict']): number =>
    results.filter((result) => result.verdict === verdict).length;
  if (count('failed') > 0) return i18n.t('setup.checkFailed', count('failed'));
  return count('warning') > 0 ? i18n.t('setup.checkWarned', count('warning')) : i18n.t('setup.checkPassed');
}
