import type { Answer, BadgeFacts } from '@/utils/messaging/protocol';
import { toDecimalText } from '@/utils/payments/money';

type ReadFacts = (numbers: readonly string[]) => Promise<Answer<Readonly<Record<string, BadgeFacts>>>>;

/** Keeps a badge on every invoice row of the page. */
export function startBadges(document: Document, readFacts: ReadFacts): { refresh(): void } {
  const badges = new WeakMap<Element, HTMLElement>();
  async function place(): Promise<void> {
    const header = [...document.querySelectorAll('.cw-ml-header [cellindex]')].find((cell) =>
      /^invoice (number|no\.?)$/i.test(cell.textContent.trim()),
    );
    const index = header?.getAttribute('cellindex');
    if (index == null) return;
    const cells = [...document.querySelectorAll(`tr.cw-ml-row td[cellindex="${index}"]`)];
    const numbers = cells.map((cell) => cell.querySelector('a')?.textContent.trim() ?? '');
    const answer = await readFacts(numbers);
    if (!answer.ok) return;
    cells.forEach((cell, at) => {
      const facts = answer.value[numbers[at] ?? ''];
      if (facts === undefined) return;
      const badge = badges.get(cell) ?? document.createElement('payment-sync-badge');
      badges.set(cell, badge);
      const text = `Paid Amount ${toDecimalText(facts.paidAmount)}${facts.datePaid ? ` Date Paid ${facts.datePaid}` : ''}`;
      badge.textContent = text;
      badge.setAttribute('role', 'img');
      badge.setAttribute('aria-label', `Invoice ${numbers[at]}: ${text}`);
      cell.append(badge);
    });
  }
  void place();
  return { refresh: () => void place() };
}
