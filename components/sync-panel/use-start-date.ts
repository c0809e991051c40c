import { useState } from 'preact/hooks';
import type { IsoDate } from '@/utils/payments/iso-date';
import { startDay, type StartDate, type StartDateChoice } from '@/utils/payments/start-date';
import { readCustomDate, type CustomDateProblem } from './read-custom-date';

export interface StartDateState {
  readonly choice: StartDateChoice;
  readonly choose: (choice: StartDateChoice) => void;
  /** What stands in the date field. */
  readonly customText: string;
  readonly setCustomText: (text: string) => void;
  /** Why the custom date cannot be used; null for every other choice. */
  readonly problem: CustomDateProblem | null;
  /** The choice, once it can be used. */
  readonly start: StartDate | null;
}

/** The start date being chosen: the last successful run if there was one, else the past month. */
export function useStartDate(today: IsoDate, hasRun: boolean): StartDateState {
  const [chosen, choose] = useState<StartDateChoice | null>(null);
  const [typed, setCustomText] = useState<string | null>(null);
  const usual = hasRun ? 'last-run' : 'past-month';
  const choice = chosen === null || (chosen === 'last-run' && !hasRun) ? usual : chosen;
  const customText = typed ?? startDay({ choice: 'past-month' }, today) ?? '';
  const custom = choice === 'custom' ? readCustomDate(customText, today) : null;
  const problem = typeof custom === 'string' ? custom : null;
  const start = choice === 'custom' ? (typeof custom === 'object' ? custom : null) : { choice };
  return { choice, choose, customText, setCustomText, problem, start };
}
