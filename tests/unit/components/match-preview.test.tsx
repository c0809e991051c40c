// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { reason } from '@/utils/payments/reason';
import { expectAccessible } from './support/expect-accessible';
import { aPort, no, open, press, type, yes } from './support/options';
import { NOTHING_STORED, STORED } from './support/settings';

afterEach(cleanup);

const PREVIEW = {
  lines: [
    { inBooks: '1', inManage: '1', is: 'matched' },
    { inBooks: '2', inManage: '2', is: 'not-found' },
    { inBooks: '3', inManage: null, is: 'not-found' },
    { inBooks: '4', inManage: '4', is: 'ambiguous' },
  ],
  rule: SAME_NUMBER,
  newestInManage: ['INV-1', 'INV-2', 'INV-3', '1'],
} as const;

it('tries what stands in the form, saved or not, and says what became of it', async () => {
  const port = aPort(STORED, { previewMatching: vi.fn(() => yes(PREVIEW)) });
  const { container } = await open(port);
  type('Before it in Manage', 'X-');
  press('Try on the last 20 invoices');
  await screen.findByText('Matched: 1, Not found in Manage: 2, Ambiguous: 1');
  expect(port.previewMatching).toHaveBeenCalledExactlyOnceWith({
    connectionId: 'poweroffice-go',
    matching: { ...SAME_NUMBER, field: 'number', managePrefix: 'X-' },
  });
  expect(port.saveSettings).not.toHaveBeenCalled();
  await expectAccessible(container);
});

it('puts a suggestion into the form when it is used', async () => {
  await open(aPort(STORED, { previewMatching: vi.fn(() => yes(PREVIEW)) }));
  press('Try on the last 20 invoices');
  await screen.findByText('2 more would match with: Before it in Manage: “INV-”.');
  press('Use this');
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>('Before it in Manage').value).toBe('INV-'),
  );
});

it('says why it cannot be tried', async () => {
  const previewMatching = vi.fn(() => no(reason('manageNotConnected')));
  await open(aPort(STORED, { previewMatching }));
  press('Try on the last 20 invoices');
  await screen.findByText(/^Manage is not connected yet/);
});

it('says so where there is nothing to try', async () => {
  await open(aPort(STORED));
  press('Try on the last 20 invoices');
  await screen.findByText(/^No invoice of the books changed/);
});

it('is not offered before the connection is stored', async () => {
  await open(aPort(NOTHING_STORED));
  expect(screen.queryByRole('button', { name: 'Try on the last 20 invoices' })).toBeNull();
});
