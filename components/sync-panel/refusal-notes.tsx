import { useEffect, useRef } from 'preact/hooks';
import { reasonText } from '@/components/reason-text';
import type { Reason } from '@/utils/payments/reason';
import { ProblemNote } from './problem-note';
import type { RemedyActions } from './remedy-button';

interface Props extends RemedyActions {
  readonly refusals: readonly Reason[];
  readonly locale: string | undefined;
}

/** Why what was pressed last was refused: seen and heard at once, wherever in a long panel that was. */
export function RefusalNotes({ refusals, locale, ...actions }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals.length > 0) box.current?.scrollIntoView({ block: 'nearest' });
  }, [refusals]);
  return (
    <div role="alert" class="refusals" ref={box}>
      {refusals.map((reason) => (
        <ProblemNote key={reasonText(reason)} reason={reason} locale={locale} {...actions} />
      ))}
    </div>
  );
}
