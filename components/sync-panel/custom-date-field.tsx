import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { StartDateState } from './use-start-date';

interface Props {
  readonly value: StartDateState;
  readonly today: IsoDate;
  readonly disabled: boolean;
}

/** A day of the user's own choice. One that cannot be used is refused in place. */
export function CustomDateField({ value, today, disabled }: Props) {
  const id = useId();
  const problem = value.problem;
  return (
    <div class="custom-date">
      <label for={id}>{i18n.t('startDate.customDate')}</label>
      <input
        id={id}
        type="date"
        name="customDate"
        required
        max={today}
        disabled={disabled}
        value={value.customText}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onInput={(event) => value.setCustomText(event.currentTarget.value)}
      />
      {problem !== null && (
        <p id={`${id}-problem`} class="field-problem">
          {i18n.t(`startDate.${problem}`)}
        </p>
      )}
    </div>
  );
}
