import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import type { OutcomeKind } from '@/utils/payments/outcome';
import { KIND_WORDS } from './kind-words';
import { OutcomeList, type OutcomeListProps } from './outcome-list';

interface Props extends OutcomeListProps {
  readonly kind: OutcomeKind;
}

/** One count of a result. It opens to its list where there is one. */
export function OutcomeGroup({ kind, ...list }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const title = (
    <>
      <span class="kind">{i18n.t(KIND_WORDS[kind])}</span>{' '}
      <span class="count">{formatCount(list.count, list.locale)}</span>
    </>
  );
  if (list.outcomes.length === 0) {
    return (
      <li class={`group ${kind}`}>
        <p class="group-title">{title}</p>
      </li>
    );
  }
  return (
    <li class={`group ${kind}`}>
      <button
        type="button"
        class="group-title"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {title}
      </button>
      {open && (
        <div id={id} class="group-list">
          <OutcomeList {...list} />
        </div>
      )}
    </li>
  );
}
