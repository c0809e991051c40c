// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OptionsPort, StoredSettings } from '@/components/options/options-port';
import { NO_BILLS } from '@/utils/payments/bills-rule';
import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { settingsSchema } from '@/utils/storage/settings';
import { expectAccessible } from './support/expect-accessible';
import { aPort, open, press, type } from './support/options';
import { DYNAMICS_NAV, STORED, storedWith } from './support/settings';

afterEach(cleanup);

const ON = "Show on purchase orders whether the vendor's bill was paid";
const AMOUNT = 'Caption of the amount paid to the vendor';
const ALIASES = 'Vendors who are named differently';
const RULE = { ...SAME_NUMBER, booksPrefix: 'L-', leadingZeros: 'ignored' } as const;
const VENDORS = [{ books: '20005', manage: 'CLOUDWRIGHT' }];

const saved = (port: OptionsPort) => vi.mocked(port.saveSettings).mock.lastCall?.[0].settings;
const billsOf = (port: OptionsPort) => saved(port)?.connections[0]?.bills;
const valueOf = (label: string): string => screen.getByLabelText<HTMLInputElement>(label).value;

/** The same settings with bills switched on in every way. */
function withBills({ settings, ...more }: StoredSettings): StoredSettings {
  const [connection] = settings.connections;
  const bills = { on: true, matching: RULE, vendors: VENDORS };
  const manage = {
    ...settings.manage,
    purchaseOrders: { paidAmountCaption: 'Vendor paid', datePaidCaption: 'On' },
  };
  const connections = [{ ...connection, bills }];
  return { ...more, settings: settingsSchema.parse({ ...settings, manage, connections }) };
}

async function saving(): Promise<void> {
  press('Save');
  await screen.findByText('Saved.');
}

describe('vendor bills in the settings', () => {
  it('are off, and nothing is asked about them until they are switched on', async () => {
    const port = aPort(STORED);
    const { container } = await open(port);
    expect(screen.getByLabelText<HTMLInputElement>(ON).checked).toBe(false);
    expect(screen.queryByLabelText(AMOUNT)).toBeNull();
    fireEvent.click(screen.getByLabelText(ON));
    expect(valueOf(AMOUNT)).toBe('Paid Amount');
    await expectAccessible(container);
    await saving();
    expect(billsOf(port)).toEqual({ ...NO_BILLS, on: true });
  });

  it('keep what is entered: captions, aliases, and how numbers differ from those of invoices', async () => {
    const port = aPort(STORED);
    await open(port);
    fireEvent.click(screen.getByLabelText(ON));
    type(AMOUNT, 'Vendor paid');
    type(ALIASES, '20005 = CLOUDWRIGHT');
    const [ofInvoices, ofBills] = screen.getAllByLabelText<HTMLInputElement>('Before it in the books');
    if (ofInvoices === undefined || ofBills === undefined) throw new Error('a rule is missing');
    fireEvent.input(ofInvoices, { target: { value: 'F' } });
    fireEvent.input(ofBills, { target: { value: 'L-' } });
    await saving();
    expect(saved(port)?.manage?.purchaseOrders).toEqual({
      paidAmountCaption: 'Vendor paid',
      datePaidCaption: 'Date Paid',
    });
    expect(billsOf(port)).toEqual({
      on: true,
      matching: { ...SAME_NUMBER, booksPrefix: 'L-' },
      vendors: VENDORS,
    });
    expect(saved(port)?.connections[0]?.matching).toMatchObject({ booksPrefix: 'F' });
  });

  it('show what is stored, and switched off keep it for later', async () => {
    const port = aPort(withBills(STORED));
    await open(port);
    expect(valueOf(AMOUNT)).toBe('Vendor paid');
    expect(valueOf(ALIASES)).toBe('20005 = CLOUDWRIGHT');
    expect(screen.getAllByLabelText<HTMLInputElement>('Before it in the books')[1]?.value).toBe('L-');
    expect(screen.getAllByLabelText<HTMLSelectElement>('Leading zeros')[1]?.value).toBe('ignored');
    fireEvent.click(screen.getByLabelText(ON));
    await saving();
    expect(billsOf(port)).toEqual({ on: false, matching: RULE, vendors: VENDORS });
    expect(saved(port)?.manage?.purchaseOrders.paidAmountCaption).toBe('Vendor paid');
  });

  it('take no alias that names one side only', async () => {
    const port = aPort(withBills(STORED));
    await open(port);
    type(ALIASES, '20005 =');
    press('Save');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(ALIASES)));
    expect(port.saveSettings).not.toHaveBeenCalled();
  });

  it('of a NAV name the pages of the vendors’ ledger', async () => {
    const port = aPort(withBills(storedWith(DYNAMICS_NAV, 'webServiceKey')));
    await open(port);
    type('Vendor ledger entries (page 29)', 'Leverandor');
    await saving();
    expect(saved(port)?.connections[0]).toMatchObject({
      services: { ...DYNAMICS_NAV.services, vendorEntries: 'Leverandor' },
    });
  });
});
