// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { reason } from '@/utils/payments/reason';
import { expectAccessible } from './support/expect-accessible';
import { aRun, aState, FINISHED, notFound } from './support/runs';
import { button, showPanel } from './support/show-panel';

afterEach(cleanup);

describe('the result', () => {
  it('lists what was written, old to new, in the reader’s own way of writing', async () => {
    const { container } = showPanel({ state: aState({ run: FINISHED }) });
    fireEvent.click(button('Updated 1'));
    const item = screen.getByText('12345').closest('li');
    expect(item?.textContent).toBe('12345Paid Amountnone → US$1,250.00Date Paidnone → 1 Mar 2020');
    await expectAccessible(container);
  });

  it('gives the reason of what was not written', () => {
    showPanel({ state: aState({ run: FINISHED }) });
    fireEvent.click(button('Not found in Manage 1'));
    expect(screen.getByText('777').closest('li')?.textContent).toContain(
      'Manage holds no invoice with this number',
    );
  });

  it('shows a count that has no list as plain text', () => {
    const { panel } = showPanel({ state: aState({ run: FINISHED }) });
    expect(within(panel).getByText('208')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Unchanged/ })).toBeNull();
  });

  it('says of a preview that nothing was written', () => {
    const { panel } = showPanel({ state: aState({ run: { ...FINISHED, mode: 'preview' } }) });
    expect(within(panel).getAllByText(/^Preview: nothing was written\./)).not.toHaveLength(0);
  });

  it('draws a hundred rows of ten thousand, and more on demand, with a shared reason said once', () => {
    const outcomes = Array.from({ length: 10_000 }, (_, index) => notFound(`N${index}`));
    const counts = { ...FINISHED.counts, 'not-found': 10_000 };
    showPanel({ state: aState({ run: aRun({ outcomes, counts }) }) });
    fireEvent.click(button('Not found in Manage 10,000'));
    const rows = () => screen.getAllByText(/^N\d+$/).length;
    expect(rows()).toBe(100);
    expect(screen.getAllByText(/Manage holds no invoice with this number/)).toHaveLength(1);
    fireEvent.click(button('Show more (9,900 left)'));
    expect(rows()).toBe(200);
  });

  it('treats a hostile invoice number as text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const run = aRun({ outcomes: [notFound(hostile)], counts: { ...FINISHED.counts, 'not-found': 1 } });
    const { panel } = showPanel({ state: aState({ run }) });
    fireEvent.click(button('Not found in Manage 1'));
    expect(screen.getByText(hostile)).toBeTruthy();
    expect(panel.querySelector('img')).toBeNull();
  });

  it('offers to take a record over, and explains before anything is done', async () => {
    const { onTakeOver, container } = showPanel({ state: aState({ run: FINISHED }) });
    fireEvent.click(button('Skipped 1'));
    fireEvent.click(button('Take over'));
    expect(onTakeOver).not.toHaveBeenCalled();
    expect(screen.getByText(/Somebody else made this payment record/)).toBeTruthy();
    await expectAccessible(container);
    fireEvent.click(button('Take over and sync this invoice'));
    expect(onTakeOver).toHaveBeenCalledExactlyOnceWith({ invoiceNumber: '800', recordId: 4711 });
  });

  it('says that nothing changed, and shows the notes of the run', async () => {
    const { container } = showPanel({ state: aState({ run: aRun({ notes: [reason('lastRunNotMoved')] }) }) });
    expect(screen.getByText(/^Nothing changed in the books/)).toBeTruthy();
    expect(screen.getByText(/Last Successful Run was left where it is/)).toBeTruthy();
    await expectAccessible(container);
  });

  it('says why a run failed, with the way to the settings where it leads there', async () => {
    const failure = reason('hostPermissionMissing', { host: 'goapi.poweroffice.net' });
    const { panel, onOpenOptions, container } = showPanel({
      state: aState({ run: aRun({ phase: 'failed', failure }) }),
    });
    expect(within(panel).getAllByText(/goapi\.poweroffice\.net/)).not.toHaveLength(0);
    fireEvent.click(button('Open settings'));
    expect(onOpenOptions).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });
});
