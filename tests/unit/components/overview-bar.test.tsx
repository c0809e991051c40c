// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { mountOverview } from '@/components/overview/mount-overview';
import { OverviewBar } from '@/components/overview/overview-bar';
import type { Overview } from '@/components/page-views';
import { money } from '@/utils/payments/money';
import { overviewOf } from '@/utils/payments/overview';
import { expectAccessible } from './support/expect-accessible';

afterEach(cleanup);

const at = { left: 184, top: 126, width: 1096 };
const figures = (state: 'paid' | 'partly-paid' | 'unpaid', owed: number, paid: number, currency = 'USD') => ({
  state,
  owed: money(owed, currency),
  paidAmount: money(paid, currency),
});
const ALL = overviewOf([
  figures('paid', 1_000_00, 1_000_00),
  figures('paid', 250_00, 250_00),
  figures('partly-paid', 300_00, 100_00),
  figures('unpaid', 50_00, 0),
]);
const show = (currencies = ALL) => {
  const view = render(<OverviewBar currencies={currencies} at={at} locale="en-US" />);
  return { ...view, section: screen.getByRole('region', { name: 'Payments of the invoices in view' }) };
};
const lines = (section: HTMLElement) =>
  [...section.querySelectorAll('dl > div')].map(({ textContent }) =>
    textContent.replaceAll(/\s+/g, ' ').trim(),
  );

describe('the bar over the grid', () => {
  it('says in words what it shows', async () => {
    const { section } = show();
    expect(lines(section)).toEqual([
      'Paid$1,250.00 2 invoices',
      'Partly paid$300.00 1 invoice ($200.00 still open)',
      'Open$50.00 1 invoice',
    ]);
    await expectAccessible(section);
  });

  it('gives each part as much room as its amount', () => {
    const { section } = show();
    const grow = [...section.querySelectorAll<HTMLElement>('.part')].map(({ style }) => style.flexGrow);
    expect(grow).toEqual(['125000', '30000', '5000']);
  });

  it('keeps currencies apart, and leaves out what there is none of', async () => {
    const { section } = show(
      overviewOf([figures('paid', 1, 1), figures('unpaid', 5_00, 0, 'EUR'), figures('paid', 1, 1)]),
    );
    expect(lines(section)).toEqual(['Paid$0.02 2 invoices', 'Open€5.00 1 invoice']);
    await expectAccessible(section);
  });

  it('keeps its legend open when pressed, and hides it on Escape', () => {
    const { section } = show();
    const bar = screen.getByRole('button');
    expect(bar.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(bar);
    expect(bar.getAttribute('aria-expanded')).toBe('true');
    fireEvent.keyDown(bar, { key: 'Escape' });
    expect(section.dataset.legend).toBe('dismissed');
    fireEvent.mouseLeave(section);
    expect(section.dataset.legend).toBe('as-needed');
  });

  it('is not there for no invoices', () => {
    const { container } = render(<OverviewBar currencies={[]} at={at} />);
    expect(container.textContent).toBe('');
  });

  it('follows what it is told, and leaves nothing behind', () => {
    let tell: (overview: Overview | null) => void = () => undefined;
    const root = document.createElement('div');
    document.body.append(root);
    let unmount = (): void => undefined;
    void act(() => {
      unmount = mountOverview(root, {
        current: () => null,
        onOverview: (listener) => {
          tell = listener;
          return () => undefined;
        },
      });
    });
    expect(root.textContent).toBe('');
    void act(() => tell({ currencies: ALL, at }));
    expect(root.textContent).toContain('Partly paid');
    unmount();
    expect(root.childElementCount).toBe(0);
  });
});
