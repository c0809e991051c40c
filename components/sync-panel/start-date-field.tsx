import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatMoment } from '@/components/format-moment';
import { formatDate } from '@/utils/payments/format-date';
import type { IsoDate } from '@/utils/payments/iso-date';
import { startDay, type StartDateChoice } from '@/utils/payments/start-date';
import { CustomDateField } from './custom-date-field';
import type { LastRuns } from './last-run-of';
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
  /** Null where not every connection has one. */
  readonly lastRun: LastRuns | null;
  readonly disabled: boolean;
  readonly locale: string | undefined;
}

/** From when the sync looks: each choice with the moment it means today. */
export function StartDateField({ value, today, lastRun, disabled, locale }: Props) {
  const id = useId();
  const none = lastRun === null;
  return (
    <div class="start-date">
      <label for={id}>{i18n.t('panel.startDate')}</label>
      <select
        id={id}
        aria-describedby={none ? `${id}-instead` : undefined}
        disabled={disabled}
        value={value.choice}
        onChange={(event) => value.choose(event.currentTarget.value as StartDateChoice)}
      >
        {CHOICES.map(([choice, words]) => (
          <option key={choice} value={choice} disabled={none && choice === 'last-run'}>
            {withMoment(choice, i18n.t(words), { today, lastRun, locale })}
          </option>
        ))}
      </select>
      {none && (
        <p id={`${id}-instead`} class="hint">
          {i18n.t(value.choice === 'past-month' ? 'startDate.pastMonthInstead' : 'startDate.noRunYet')}
        </p>
      )}
      {value.choice === 'custom' && <CustomDateField value={value} today={today} disabled={disabled} />}
    </div>
  );
}

/** A choice with the moment it means today, such as "Past Month, since 22 Oct 2026". */
function withMoment(
  choice: StartDateChoice,
  name: string,
  { today, lastRun, locale }: Pick<Props, 'today' | 'lastRun' | 'locale'>,
): string {
  if (choice === 'custom') return name;
  if (choice !== 'last-run') {
    const day = startDay({ choice }, today);
    return day === null
      ? name
      : i18n.t('startDate.namedSince', { choice: name, start: formatDate(day, locale) });
  }
  if (lastRun === null) return i18n.t('startDate.named', { choice: name, start: i18n.t('startDate.none') });
  const start = formatMoment(lastRun.at, locale);
  return i18n.t(lastRun.differ ? 'startDate.namedFrom' : 'startDate.named', { choice: name, start });
}
