import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatMoment } from '@/components/format-moment';
import { formatDate } from '@/utils/payments/format-date';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { StartDateChoice } from '@/utils/payments/start-date';
import { CustomDateField } from './custom-date-field';
import type { StartDateState } from './use-start-date';

const CHOICES = [
  ['last-run', 'startDate.lastRun'],
  ['past-week', 'startDate.pastWeek'],
  ['past-two-weeks', 'startDate.pastTwoWeeks'],
  ['past-month', 'startDate.pastMonth'],
  ['custom', 'startDate.customDate'],
] as const;

interface Props {
  readonly value: StartDateState;
  readonly today: IsoDate;
  readonly lastRunAt: number | null;
  readonly disabled: boolean;
  readonly locale: string | undefined;
}

/** From when the sync looks, and in words what that choice means today. */
export function StartDateField({ value, today, lastRunAt, disabled, locale }: Props) {
  const id = useId();
  return (
    <div class="start-date">
      <label for={id}>{i18n.t('panel.startDate')}</label>
      <div class="choice">
        <select
          id={id}
          aria-describedby={`${id}-meaning`}
          disabled={disabled}
          value={value.choice}
          onChange={(event) => value.choose(event.currentTarget.value as StartDateChoice)}
        >
          {CHOICES.map(([choice, words]) => {
            const none = choice === 'last-run' && lastRunAt === null;
            return (
              <option key={choice} value={choice} disabled={none}>
                {none ? `${i18n.t(words)} (${i18n.t('startDate.noRunYet')})` : i18n.t(words)}
              </option>
            );
          })}
        </select>
        <span id={`${id}-meaning`} class="meaning">
          {meaning(value, lastRunAt, locale)}
        </span>
      </div>
      {value.choice === 'custom' && <CustomDateField value={value} today={today} disabled={disabled} />}
    </div>
  );
}

function meaning(
  { choice, day }: StartDateState,
  lastRunAt: number | null,
  locale: string | undefined,
): string {
  if (choice === 'last-run' && lastRunAt !== null) {
    return i18n.t('startDate.since', { start: formatMoment(lastRunAt, locale) });
  }
  return day === null ? '' : i18n.t('startDate.since', { start: formatDate(day, locale) });
}
