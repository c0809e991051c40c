import type { PowerOfficeState } from '../poweroffice-go/state';
import { buildPowerOffice } from './build-power-office';
import { seeded } from './seeded';
import { createTeller } from './teller';

/** The company in the vendor's demo installation: other keys, other books, nothing of Nord IT's. */
export function buildDemoCompany(now: number): PowerOfficeState {
  const tell = createTeller(now, seeded(1));
  tell.invoice(1, { customer: 10001, amount: 100_00, issued: 20 });
  tell.payment({ closes: [[1, 100_00]], booked: 10 });
  tell.invoice(2, { customer: 10002, amount: 200_00, issued: 5 });
  return {
    ...buildPowerOffice(tell.done(), now),
    clientId: '6f0f8a2e-3f0b-4c7e-9a55-10c1a7b2dec0',
    clientName: 'Demo Company AS',
  };
}
