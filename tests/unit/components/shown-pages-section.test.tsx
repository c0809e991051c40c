// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ShownPage, ShownPages } from '@/utils/storage/shown-page';
import { NO_SETTINGS } from '@/utils/storage/settings';
import { reason } from '@/utils/payments/reason';
import { expectAccessible } from './support/expect-accessible';
import { aPort, no, open, press, type, yes } from './support/options';

afterEach(cleanup);

const SITE = 'na.myconnectwise.net';
const page = (title: string | null, caption: string | null): ShownPage => ({
  screen: { title, address: 'InvoiceSearch' },
  grid: null,
  captions: [],
  column: { caption, cellIndex: null, position: 2, cells: 4 },
  within: [],
});
const RECHNUNGEN = page('Rechnungen', 'Nummer');
const stored = { settings: NO_SETTINGS, secretsSet: [], managed: {} };

describe('the pages that were shown', () => {
  it('are listed by site and forgotten one by one', async () => {
    let kept: ShownPages = { [SITE]: [RECHNUNGEN, page(null, null)] };
    const forgetShownPage = vi.fn(() => yes((kept = { [SITE]: [page(null, null)] })));
    const { container } = await open(aPort(stored, { readShownPages: () => yes(kept), forgetShownPage }));
    const section = await screen.findByRole('region', { name: 'Pages you have shown' });
    expect(section.textContent).toContain('Rechnungen Column “Nummer”');
    expect(section.textContent).toContain('InvoiceSearch Column 3');
    await expectAccessible(container);
    press(`Forget Rechnungen of ${SITE}`);
    await screen.findByText(/^Forgotten/);
    expect(forgetShownPage).toHaveBeenCalledExactlyOnceWith({ site: SITE, page: RECHNUNGEN });
    expect(section.textContent).not.toContain('Rechnungen');
  });

  it('stay on the page when they cannot be forgotten, and why is said', async () => {
    const forgetShownPage = () => no(reason('storageFailed'));
    await open(aPort(stored, { readShownPages: () => yes({ [SITE]: [RECHNUNGEN] }), forgetShownPage }));
    press(`Forget ${(await screen.findByText('Rechnungen')).textContent} of ${SITE}`);
    expect(await screen.findByText(/^Not kept:/)).toBeTruthy();
    expect(screen.getByText('Rechnungen')).toBeTruthy();
  });

  it('take no room where there are none', async () => {
    await open(aPort(stored));
    expect(screen.queryByRole('region', { name: 'Pages you have shown' })).toBeNull();
  });
});

describe('the address of an invoice', () => {
  it('can be tried before it is saved', async () => {
    const { container } = await open(aPort(stored));
    const label = 'Address of an invoice in the books';
    expect(screen.queryByLabelText('A number or record ID to try it with')).toBeNull();
    type(label, 'https://books.example/{number}');
    type('A number or record ID to try it with', 'A/1');
    const link = screen.getByRole('link', { name: 'Try it' });
    expect(link.getAttribute('href')).toBe('https://books.example/A%2F1');
    expect(link.getAttribute('rel')).toBe('noreferrer');
    await expectAccessible(container);
    type(label, 'javascript:alert({number})');
    expect(screen.queryByRole('link', { name: 'Try it' })).toBeNull();
  });

  it('is refused in place where it is none', async () => {
    await open(aPort(stored));
    type('Address of an invoice in Manage', 'https://{company}/');
    press('Save');
    expect(await screen.findByText(/This is no such address/)).toBeTruthy();
  });
});
