import { tellBills } from './cases/bills';
import { tellCredits } from './cases/credits';
import { tellCurrencies } from './cases/currencies';
import { tellDocumentedExamples } from './cases/documented';
import { tellLaterMatches } from './cases/later';
import { tellDifferences } from './cases/manage-differs';
import { tellPayments } from './cases/payments';
import { tellOrdinaryMonths } from './ordinary-months';
import { seeded } from './seeded';
import type { Story } from './story';
import { createTeller } from './teller';

/** The story of Nord IT AS, a small firm that looks after other firms' computers, as it stands at `now`. */
export function tellNordIt(now: number): Story {
  const random = seeded(12345);
  const tell = createTeller(now, random);
  tellOrdinaryMonths(tell, random);
  tellDocumentedExamples(tell);
  tellPayments(tell);
  tellCredits(tell);
  tellCurrencies(tell);
  tellDifferences(tell);
  tellLaterMatches(tell);
  return tell.done(tellBills(now));
}
