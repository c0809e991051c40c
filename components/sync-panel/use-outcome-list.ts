import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutcomePage } from '@/utils/messaging/protocol';
import type { OutcomeKind } from '@/utils/payments/outcome';
import type { Reason } from '@/utils/payments/reason';
import type { OutcomeOrder, OutcomeQuery } from '@/utils/payments/select-outcomes';
import type { ReadList } from './read-list';

/** Whoever types is not asked to wait for an answer to each letter. */
const TYPING_MS = 200;

export interface OutcomeListState {
  /** Null until the first page has come. */
  readonly page: OutcomePage | null;
  /** The place of the page's first line in the list, from 0. */
  readonly from: number;
  readonly problem: Reason | null;
  readonly order: OutcomeOrder;
  readonly descending: boolean;
  readonly search: (text: string) => void;
  readonly sortBy: (order: OutcomeOrder) => void;
  readonly reverse: () => void;
  readonly turnTo: (from: number) => void;
}

/**
 * A list of outcomes, read a page at a time: one page is all that is held.
 * @param version changes whenever the list may have
 */
export function useOutcomeList(
  read: ReadList,
  runId: string,
  kind: OutcomeKind,
  version: string,
): OutcomeListState {
  const [query, setQuery] = useState<Omit<OutcomeQuery, 'kind'>>({
    search: '',
    order: 'number',
    descending: false,
  });
  const [wanted, setWanted] = useState(0);
  const [shown, setShown] = useState<{ readonly page: OutcomePage; readonly from: number } | null>(null);
  const [problem, setProblem] = useState<Reason | null>(null);
  const typing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const reader = useRef(read);
  reader.current = read;

  useEffect(() => {
    let isAwaited = true;
    reader.current(runId, { kind, ...query }, wanted).then(
      (answer) => {
        if (!isAwaited) return;
        setProblem(answer.ok ? null : answer.reason);
        if (answer.ok) setShown({ page: answer.value, from: wanted });
      },
      // Whoever reads has seen to it.
      () => undefined,
    );
    return () => (isAwaited = false);
  }, [runId, kind, version, query, wanted]);
  useEffect(() => () => clearTimeout(typing.current), []);

  const change = (part: Partial<OutcomeQuery>): void => {
    setQuery((before) => ({ ...before, ...part }));
    setWanted(0);
  };
  return {
    page: shown?.page ?? null,
    from: shown?.from ?? 0,
    problem,
    order: query.order,
    descending: query.descending,
    search(text) {
      clearTimeout(typing.current);
      typing.current = setTimeout(() => change({ search: text }), TYPING_MS);
    },
    sortBy: (order) => change({ order }),
    reverse: () => change({ descending: !query.descending }),
    turnTo: setWanted,
  };
}
