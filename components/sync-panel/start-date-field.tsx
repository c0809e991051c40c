import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatMoment } from '@/components/format-moment';
import { spokenLocale } from '@/components/spoken-locale';
import { formatDate } from '@/utils/payments/format-date';
import { sameDayLastMonth, type IsoDate } from '@/utils/payments/iso-date';
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
  /** Null where no connection has one. */
  readonly lastRun: LastRuns | null;
  /** Names of the connections to be run that have none. */
  readonly unsynced: readonly string[];
  readonly disabled: boolean;
  readonly locale: string | undefined;
}

/** From when the sync looks, with the moment the choice means today. */
export function StartDateField(props: Props) {
  const { value, today, lastRun, disabled, locale } = props;
  const id = useId();
  const chosen = CHOICES.find(([choice]) => choice === value.choice);
  const moment = chosen && momentOf(value.choice, i18n.t(chosen[1]), { today, lastRun, locale });
  const hint = instead(props);
  const described = [moment && `${id}-moment`, hint && `${id}-instead`].filter(Boolean).join(' ');
  return (
    <div class="start-date">
      <label for={id}>{i18n.t('panel.startDate')}</label>
      <select
        id={id}
        aria-describedby={described === '' ? undefined : described}
        disabled={disabled}
        value={value.choice}
        onChange={(event) => value.choose(event.currentTarget.value as StartDateChoice)}
      >
        {CHOICES.map(([choice, words]) => (
          <option key={choice} value={choice} disabled={lastRun === null && choice === 'last-run'}>
            {i18n.t(words)}
          </option>
        ))}
      </select>
      {moment && (
        <p id={`${id}-moment`} class="hint">
          {moment}
        </p>
      )}
      {hint && (
        <p id={`${id}-instead`} class="hint">
          {hint}
        </p>
      )}
      {value.choice === 'custom' && <CustomDateField value={value} today={today} disabled={disabled} />}
    </div>
  );
}

/** What is said where there is no last run to begin with; null where there is one, or it is not asked for. */
function instead({ value: { choice }, today, lastRun, unsynced, locale }: Props): string | null {
  if (lastRun === null)
    return i18n.t(choice === 'past-month' ? 'startDate.pastMonthInstead' : 'startDate.noRunYet');
  if (choice !== 'last-run' || unsynced.length === 0) return null;
  const names = new Intl.ListFormat(spokenLocale(locale)).format(unsynced);
  return i18n.t('startDate.pastMonthFor', { names, start: formatDate(sameDayLastMonth(today), locale) });
}

/** A choice with the moment it means today, such as "Past Month, since 22 Oct 2026"; null where it means none yet. */
function momentOf(
  choice: StartDateChoice,
  name: string,
  { today, lastRun, locale }: Pick<Props, 'today' | 'lastRun' | 'locale'>,
): string | null {
  if (choice === 'last-run') {
    if (lastRun === null) return null;
    const start = formatMoment(lastRun.at, locale);
    return i18n.t(lastRun.differ ? 'startDate.namedFrom' : 'startDate.named', { choice: name, start });
  }
  const day = choice === 'custom' ? null : startDay({ choice }, today);
  return day && i18n.t('startDate.namedSince', { choice: name, start: formatDate(day, locale) });
}
