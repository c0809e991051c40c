import { expect } from 'vitest';
import { rightBadges } from '../support/badges';
import { ALL_WELL, auditPage, type Audited, type PageAudit } from '../support/page-audit';
import type { Driven } from './driven';

type Wanted = Audited['badges'];

/** What an audit finds where all is as it should be. */
export const wellWith = (badges: Wanted): PageAudit =>
  badges === 'all' ? ALL_WELL : { ...ALL_WELL, missing: expect.anything() as string[] };

/** Looks at everything on the page at once. */
export async function audit(
  { page, world }: Pick<Driven, 'page' | 'world'>,
  badges: Wanted = 'all',
): Promise<PageAudit> {
  return page.evaluate(auditPage, { allowed: await rightBadges(page, world.manage), badges });
}

/** Waits until every badge is right and the page unharmed, or unharmed without any badge where that is asked for. */
export async function untilAuditFinds(
  { page, world }: Pick<Driven, 'page' | 'world'>,
  badges: Wanted = 'all',
): Promise<void> {
  const audited = { allowed: await rightBadges(page, world.manage), badges };
  await expect.poll(() => page.evaluate(auditPage, audited), { interval: 100 }).toEqual(wellWith(badges));
}

/** How many badges there are outside of frames. */
export function badgesOn({ page }: Pick<Driven, 'page'>): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('payment-sync-badge').length);
}
