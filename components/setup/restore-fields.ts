/** A choice may bring up fields, whose choice may bring up more. */
const PASSES = 3;

/**
 * Fills a form with what was entered in it before, as if it were entered now, so that what depends on a choice appears
 * and is filled as well.
 * @param drawn resolves once the page shows what a choice brought up
 */
export async function restoreFields(
  form: HTMLFormElement,
  fields: Readonly<Record<string, string>>,
  drawn: () => Promise<unknown>,
): Promise<void> {
  const left = new Map(Object.entries(fields));
  for (let pass = 0; pass < PASSES && left.size > 0; pass += 1) {
    for (const control of form.elements) {
      if (!isFillable(control)) continue;
      const value = left.get(control.name);
      if (value !== undefined && fill(control, value)) left.delete(control.name);
    }
    await drawn();
  }
}

type Fillable = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is locked keeps what it shows. */
function isFillable(control: Element): control is Fillable {
  if (control instanceof HTMLSelectElement) return true;
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return false;
  return !control.readOnly && !control.disabled && control.getAttribute('aria-disabled') !== 'true';
}

/** Whether the control took the value. */
function fill(control: Fillable, value: string): boolean {
  if (control instanceof HTMLSelectElement) {
    if (![...control.options].some((option) => option.value === value)) return false;
    control.value = value;
  } else if (control.type === 'hidden') return false;
  else if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    control.checked = control.value === value;
  } else if (control instanceof HTMLInputElement && control.type === 'radio') {
    if (control.value !== value) return false;
    control.checked = true;
  } else control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}
