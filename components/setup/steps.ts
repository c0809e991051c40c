/** The steps of the guided setup, in their order. */
export const STEPS = ['manage', 'accounting', 'matching', 'trial'] as const;

export type Step = (typeof STEPS)[number];

/** The step of that name; the first where there is none. */
export function stepNamed(name: string): Step {
  return STEPS.find((step) => step === name) ?? STEPS[0];
}

export function stepAfter(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? step;
}

export function stepBefore(step: Step): Step {
  return STEPS[STEPS.indexOf(step) - 1] ?? step;
}
