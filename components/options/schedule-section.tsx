import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Settings } from '@/utils/storage/settings';
import { LockNote } from './lock-note';
import { useLock } from './locks';
import { SelectField } from './select-field';

/** What the list offers, in hours; 0 is never. */
const OFFERED = [0, 1, 2, 4, 8, 12, 24];

interface Props {
  readonly schedule: Settings['schedule'];
  /** Asks the browser to allow notifications. To be called directly in the handler of a click. */
  readonly requestNotifications: () => Promise<boolean>;
}

/** Runs that begin by themselves, and whether the browser may show a notification when one needs a person. */
export function ScheduleSection({ schedule, requestNotifications }: Props) {
  const [hours, setHours] = useState(String(schedule.everyHours));
  const [notify, setNotify] = useState(schedule.notify);
  const lock = useLock('notify');
  const locked = lock !== undefined;
  const [refused, setRefused] = useState(false);
  // A settings file may hold any number of hours.
  const offered = [...new Set([...OFFERED, schedule.everyHours])].sort((one, other) => one - other);

  async function allow(): Promise<void> {
    const allowed = await requestNotifications().catch(() => false);
    setNotify(allowed);
    setRefused(!allowed);
  }

  return (
    <section aria-labelledby="schedule-title">
      <h2 id="schedule-title">{i18n.t('options.schedule.title')}</h2>
      <SelectField
        name="everyHours"
        label={i18n.t('options.schedule.every')}
        help={i18n.t('options.schedule.help')}
        value={hours}
        onChoose={setHours}
        choices={offered.map((each) => ({
          value: String(each),
          label: each === 0 ? i18n.t('options.schedule.never') : i18n.t('options.schedule.hours', each),
        }))}
      />
      {hours !== '0' && (
        <div class="choice">
          <label>
            <input
              type="checkbox"
              name="notify"
              checked={locked ? lock === true : notify}
              aria-disabled={locked}
              aria-describedby={locked ? 'notify-lock notify-help' : 'notify-help'}
              onClick={(event) => {
                const { currentTarget } = event;
                if (locked) return event.preventDefault();
                setRefused(false);
                // The browser lets a page ask only in the very moment of a click.
                if (currentTarget.checked) void allow();
                setNotify(currentTarget.checked);
              }}
            />
            {i18n.t('options.schedule.notify')}
          </label>
          {locked && <LockNote id="notify" />}
          <p id="notify-help" class="help">
            {i18n.t('options.schedule.notifyHelp')}
          </p>
          <p role="status" class="error">
            {refused && i18n.t('options.schedule.notifyRefused')}
          </p>
        </div>
      )}
    </section>
  );
}
