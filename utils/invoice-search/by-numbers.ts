import type { Answer, BadgeFactsByNumber } from '@/utils/messaging/protocol';
import type { ColumnPlace } from './column-place';
import { namesCompany } from './names-company';
import { LEAST_ROWS, NEARLY_ALL, numberCandidates, type Candidate } from './number-candidates';
import type { Grid } from './read-grids';
import { hidden, sighted, type Sighting } from './sighting';

/** So many grids' verdicts are remembered, and one grid is asked about so often. */
const REMEMBERED = 50;
const TRIES = 3;

/**
 * The column whose numbers Manage knows as invoices of the very companies that their rows name. Numbers alone would
 * also fit tickets or orders. A verdict holds for all grids with the same captions on the same screen.
 */
export interface NumberProver {
  of(grid: Grid, screen: string): Sighting<ColumnPlace>;
  /** What could not be proved is tried anew. */
  again(): void;
}

interface Verdict {
  sighting: Sighting<ColumnPlace>;
  /** The table last asked about: another one deserves another question. */
  table: WeakRef<Element>;
  tries: number;
}

export interface NumberProverOptions {
  readonly ask: (numbers: readonly string[]) => Promise<Answer<BadgeFactsByNumber>>;
  readonly signal: AbortSignal;
  /** There is a verdict. */
  readonly onChange: () => void;
}

export function createNumberProver({ ask, signal, onChange }: NumberProverOptions): NumberProver {
  const verdicts = new Map<string, Verdict>();

  async function prove(candidates: readonly Candidate[], verdict: Verdict): Promise<void> {
    const numbers = candidates.flatMap(({ cells }) => cells.map(({ number }) => number));
    const answer = await ask([...new Set(numbers)]).catch(() => null);
    if (signal.aborted) return;
    verdict.sighting = answer?.ok ? judge(candidates, answer.value) : hidden('notAsked');
    onChange();
  }

  return {
    of(grid, screen) {
      const key = [
        screen,
        grid.name,
        grid.rows[0]?.childElementCount,
        ...grid.columns.map(({ caption }) => caption),
      ].join('\n');
      const before = verdicts.get(key);
      const isSettled =
        before !== undefined && (before.sighting.found !== null || before.table.deref() === grid.table);
      if (isSettled || (before?.tries ?? 0) >= TRIES) return before?.sighting ?? hidden('notAsked');
      const candidates = numberCandidates(grid).filter(({ cells }) => cells.length >= LEAST_ROWS);
      if (grid.rows.length < LEAST_ROWS) return hidden('tooFewRows');
      if (candidates.length === 0) return hidden('noCandidate');
      const verdict = {
        sighting: hidden('notAsked'),
        table: new WeakRef(grid.table),
        tries: (before?.tries ?? 0) + 1,
      };
      verdicts.delete(key);
      verdicts.set(key, verdict);
      for (const oldest of verdicts.keys()) {
        if (verdicts.size <= REMEMBERED) break;
        verdicts.delete(oldest);
      }
      void prove(candidates, verdict);
      return verdict.sighting;
    },
    again() {
      for (const [key, { sighting }] of verdicts) if (sighting.found === null) verdicts.delete(key);
    },
  };
}

function judge(candidates: readonly Candidate[], facts: BadgeFactsByNumber): Sighting<ColumnPlace> {
  const judged = candidates.map(({ place, cells }) => {
    const known = cells.flatMap(({ cell, row, number }) => {
      const company = Object.hasOwn(facts, number) ? facts[number]?.company : undefined;
      return company === undefined ? [] : [namesCompany(row, cell, company)];
    });
    const enough = Math.max(LEAST_ROWS, cells.length * NEARLY_ALL);
    return { place, known: known.length >= enough, agrees: known.filter(Boolean).length >= enough };
  });
  const [column, ...others] = judged.filter(({ agrees }) => agrees);
  if (others.length > 0) return hidden('severalNumberColumns');
  if (column !== undefined) return sighted(column.place);
  return hidden(judged.some(({ known }) => known) ? 'otherCompanies' : 'numbersUnknown');
}
