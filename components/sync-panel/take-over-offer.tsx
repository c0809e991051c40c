import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** The element that names the invoice. */
  readonly describedBy: string;
  readonly busy: boolean;
  readonly onAccept: () => void;
}

/** Offers to go on with a payment record that somebody else made. Says what that means before it is done. */
export function TakeOverOffer({ describedBy, busy, onAccept }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <div class="take-over">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-describedby={describedBy}
        onClick={() => setOpen(!open)}
      >
        {i18n.t('result.takeOver')}
      </button>
      {open && (
        <div id={id} class="confirm">
          <p>{i18n.t('result.takeOverMeans')}</p>
          <button
            type="button"
            class="primary"
            aria-disabled={busy}
            aria-describedby={describedBy}
            onClick={() => !busy && onAccept()}
          >
            {i18n.t('result.takeOverConfirm')}
          </button>
        </div>
      )}
    </div>
  );
}
