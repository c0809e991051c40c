// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { InvoiceLookup, type LookUpPort } from '@/components/invoice-lookup/invoice-lookup';
import { reason } from '@/utils/payments/reason';
import { aCard, aCardPort } from './support/cards';
import { expectAccessible } from './support/expect-accessible';
import { no, yes } from './support/options';

afterEach(cleanup);

function show(change: Partial<LookUpPort> = {}) {
  const port: LookUpPort = {
    ...aCardPort(),
    orders: aCardPort(),
    lookUp: vi.fn(() => yes([aCard()])),
    ...change,
  };
  const { container } = render(<InvoiceLookup port={port} locale="en-GB" />);
  const field = screen.getByLabelText<HTMLInputElement>('Invoice number');
  const lookUp = (text: string): void => {
    fireEvent.input(field, { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: 'Look up' }));
  };
  return { port, container, field, lookUp };
}

it('shows the card of the number that was typed, with the number Manage has', async () => {
  const { port, container, lookUp } = show({ lookUp: vi.fn(() => yes([aCard({ number: 'INV-7' })])) });
  await expectAccessible(container);
  lookUp(' inv-7 ');
  await screen.findByText('Invoice INV-7');
  expect(port.lookUp).toHaveBeenCalledWith('inv-7');
  expect(screen.getByText('Partly paid')).toBeTruthy();
  // What was found is not asked for once more.
  expect(port.read).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Check now' }));
  expect(port.check).toHaveBeenCalledWith('INV-7');
  await screen.findByText('Manage shows what the books say.');
  await expectAccessible(container);
});

it('asks for a number where none was typed, and leads there', async () => {
  const { port, container, field, lookUp } = show();
  lookUp('  ');
  expect(await screen.findByText('Enter an invoice number.')).toBeTruthy();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field);
  expect(port.lookUp).not.toHaveBeenCalled();
  await expectAccessible(container);
});

it('shows the number asked for last, whichever answer comes first', async () => {
  const answers = new Map<string, (value: Awaited<ReturnType<LookUpPort['lookUp']>>) => void>();
  const { lookUp } = show({ lookUp: (text) => new Promise((resolve) => void answers.set(text, resolve)) });
  lookUp('1');
  lookUp('2');
  answers.get('2')?.({ ok: true, value: [aCard({ number: '2' })] });
  answers.get('1')?.({ ok: true, value: [aCard({ number: '1' })] });
  await screen.findByText('Invoice 2');
  expect(screen.queryByText('Invoice 1')).toBeNull();
});

it.each([
  ['why it was refused', () => no(reason('manageSignedOut')), /sign in/i],
  ['that nobody answers', () => Promise.reject(new Error('gone')), /Reload this page/],
])('says %s', async (_, answer, words) => {
  const { container, lookUp } = show({ lookUp: answer });
  lookUp('12345');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(words));
  await expectAccessible(container);
});

it('names a bill that no order lists, and says that the books have it', async () => {
  const bill = aCard({ number: 'A1 · 20001', ledger: 'payable', manage: null });
  const { container, lookUp } = show({ lookUp: vi.fn(() => yes([bill])) });
  lookUp('A1');
  expect(await screen.findByText('Vendor bill A1 · 20001')).toBeTruthy();
  expect(screen.getByText('The books have this bill; no purchase order in Manage lists it.')).toBeTruthy();
  await expectAccessible(container);
});
