import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import { KIND_WORDS } from './kind-words';
import { OutcomeList, type OutcomeListProps } from './outcome-list';

/** One count of a result. It opens to its list once the run rests, where there is one. */
export function OutcomeGroup(props: OutcomeListProps) {
  const { run, kind, locale } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const count = run.counts[kind];
  const title = (
    <>
      <span class="kind">{i18n.t(KIND_WORDS[kind])}</span>{' '}
      <span class="count">{formatCount(count, locale)}</span>
    </>
  );
  if (count === 0 || run.phase === 'running') {
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
          <OutcomeList {...props} />
        </div>
      )}
    </li>
  );
}
