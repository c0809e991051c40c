// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { formatMoment } from '@/components/format-moment';
import type { ConnectionState } from '@/utils/messaging/protocol';
import { descriptionOf } from './support/description-of';
import { expectAccessible } from './support/expect-accessible';
import { aConnection, LAST_RUN_AT } from './support/runs';
import { button, showPanel } from './support/show-panel';

afterEach(cleanup);

const DAY = 86_400_000;

/** Both ledgers of a connection; bills ran a day before. */
const linesOf = (id: string, name: string): ConnectionState[] => [
  aConnection({ id, connectionId: id, name }),
  aConnection({
    id: `${id}:bills`,
    connectionId: id,
    name,
    ledger: 'payable',
    lastRunAt: LAST_RUN_AT - DAY,
  }),
];
const show = (lines: readonly ConnectionState[]) =>
  showPanel({ state: { missing: null, connections: lines } });
const choices = (): string[] =>
  [...screen.getByLabelText<HTMLSelectElement>('What to sync').options].map(({ text }) => text);
const choose = (name: string): void => {
  const value = screen.getByRole<HTMLOptionElement>('option', { name }).value;
  fireEvent.change(screen.getByLabelText('What to sync'), { target: { value } });
};

describe('customer invoices and vendor bills', () => {
  it('are run together, and each stands under its own name', async () => {
    const { onRun, container } = show(linesOf('no', 'Nord IT AS'));
    expect(choices()).toEqual(['Customer invoices and vendor bills', 'Customer invoices', 'Vendor bills']);
    fireEvent.click(button('Run Sync'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith(['no', 'no:bills'], { choice: 'last-run' }, 'sync');
    expect(screen.getAllByRole('group').map((group) => group.querySelector('h3')?.textContent)).toEqual(
      expect.arrayContaining(['Customer invoices', 'Vendor bills']),
    );
    await expectAccessible(container);
  });

  it('are run apart, each from its own last run', async () => {
    const { onRun, container } = show(linesOf('no', 'Nord IT AS'));
    choose('Vendor bills');
    expect(descriptionOf(screen.getByLabelText('Start Date'))).toBe(
      `Last Successful Run, ${formatMoment(LAST_RUN_AT - DAY, 'en-GB')}`,
    );
    fireEvent.click(button('Preview'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith(['no:bills'], { choice: 'last-run' }, 'preview');
    await expectAccessible(container);
  });

  it('of several connections are run by ledger or one by one', () => {
    const { onRun } = show([...linesOf('no', 'Nord IT AS'), ...linesOf('se', 'Nord IT AB')]);
    expect(choices()).toEqual([
      'Customer invoices and vendor bills',
      'Customer invoices',
      'Vendor bills',
      'Nord IT AS: Customer invoices',
      'Nord IT AS: Vendor bills',
      'Nord IT AB: Customer invoices',
      'Nord IT AB: Vendor bills',
    ]);
    choose('Vendor bills');
    fireEvent.click(button('Run Sync'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith(['no:bills', 'se:bills'], { choice: 'last-run' }, 'sync');
  });
});
