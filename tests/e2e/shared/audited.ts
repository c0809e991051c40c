import { expect } from 'vitest';
import { rightBadges } from '../support/badges';
import { ALL_WELL, auditPage, type PageAudit } from '../support/page-audit';
import type { Driven } from './driven';

/** Looks at everything on the page at once. */
export async function audit({ page, world }: Pick<Driven, 'page' | 'world'>): Promise<PageAudit> {
  return page.evaluate(auditPage, await rightBadges(page, world.manage));
}

/** Waits until an audit finds what it should: every badge right and the page unharmed, unless told otherwise. */
export async function untilAuditFinds(
  driven: Pick<Driven, 'page' | 'world'>,
  found: PageAudit = ALL_WELL,
): Promise<void> {
  await expect.poll(() => audit(driven), { timeout: 15_000, interval: 100 }).toEqual(found);
}

/** How many badges there are outside of frames. */
export function badgesOn({ page }: Pick<Driven, 'page'>): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('payment-sync-badge').length);
}
