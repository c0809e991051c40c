// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reason } from '@/utils/payments/reason';
import { expectAccessible } from './support/expect-accessible';
import type { Outcome } from '@/utils/payments/outcome';
import { money } from '@/utils/payments/money';
import { readFrom } from './support/read-outcomes';
import { aRun, aState, FINISHED, notFound } from './support/runs';
import { button, showPanel } from './support/show-panel';

afterEach(cleanup);

describe('the result', () => {
  it('lists what was written, old to new, in the reader’s own way of writing', async () => {
    const { container } = showPanel({ state: aState({ run: FINISHED }) });
    fireEvent.click(button('Updated 1'));
    const item = (await screen.findByText('12345')).closest('li');
    expect(item?.textContent).toBe(
      '12345US$1,250.00Fjord Bygg ASPaid Amountnone → US$1,250.00Date Paidnone → 1 Mar 2020',
    );
    await expectAccessible(container);
  });

  it('gives the reason of what was not written', async () => {
    showPanel({ state: aState({ run: FINISHED }) });
    fireEvent.click(button('Not found in Manage 1'));
    expect((await screen.findByText('777')).closest('li')?.textContent).toContain(
      'Manage holds no invoice with this number',
    );
  });

  it('lists what needed nothing too, and shows a count of nought as plain text', async () => {
    const { panel } = showPanel({ state: aState({ run: FINISHED }) });
    fireEvent.click(button('Unchanged 208'));
    expect(await screen.findByText('1–100 of 208')).toBeTruthy();
    expect(within(panel).getByText('Failed').closest('button')).toBeNull();
  });

  it('says of a preview that nothing was written', () => {
    const { panel } = showPanel({ state: aState({ run: { ...FINISHED, mode: 'preview' } }) });
    expect(within(panel).getAllByText(/^Preview: nothing was written\./)).not.toHaveLength(0);
  });

  it('treats a hostile invoice number as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const run = aRun({ counts: { ...FINISHED.counts, 'not-found': 1 } });
    const { panel } = showPanel({ state: aState({ run }), readOutcomes: readFrom([notFound(hostile)]) });
    fireEvent.click(button('Not found in Manage 1'));
    expect(await screen.findByText(hostile)).toBeTruthy();
    expect(panel.querySelector('img')).toBeNull();
  });

  it('offers to take a record over, and explains before anything is done', async () => {
    const { onTakeOver, container } = showPanel({ state: aState({ run: FINISHED }) });
    fireEvent.click(button('Skipped 1'));
    fireEvent.click(await screen.findByRole('button', { name: 'Take over' }));
    expect(onTakeOver).not.toHaveBeenCalled();
    expect(screen.getByText(/Somebody else made this payment record/)).toBeTruthy();
    await expectAccessible(container);
    fireEvent.click(button('Take over and sync this invoice'));
    expect(onTakeOver).toHaveBeenCalledExactlyOnceWith('books', { invoiceNumber: '800', recordId: 4711 });
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
    fireEvent.click(button('Allow access in the settings'));
    expect(onOpenOptions).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });
});

describe('what a person has to put right', () => {
  const failed = (code: Parameters<typeof reason>[0]) =>
    showPanel({ state: aState({ run: aRun({ phase: 'failed', failure: reason(code) }) }) });

  it.each([
    ['manageKeysRefused', 'Open settings'],
    ['powerOfficeKeysRefused', 'Open settings'],
    ['navSignInRefused', 'Open settings'],
    ['microsoftSignInNeeded', 'Sign in to Microsoft in the settings'],
    ['hostPermissionMissing', 'Allow access in the settings'],
  ] as const)('%s comes with the button “%s”', async (code, name) => {
    const { panel, onOpenOptions, container } = failed(code);
    fireEvent.click(within(panel).getByRole('button', { name }));
    expect(onOpenOptions).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('somebody who is signed out of Manage loads its page anew', () => {
    const { onReload, onOpenOptions } = failed('manageSignedOut');
    fireEvent.click(button('Reload this page'));
    expect(onReload).toHaveBeenCalledOnce();
    expect(onOpenOptions).not.toHaveBeenCalled();
  });

  it.each(['network', 'manageServerError', 'runStopped'] as const)('%s is left to Continue', (code) => {
    failed(code);
    expect(button('Continue')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /settings|Reload/ })).toBeNull();
  });
});

describe('the way to an invoice', () => {
  it('stands beside each whose address is known, and names it', async () => {
    const links = [{ manage: 'https://na.myconnectwise.net/?id=1', books: null }, null];
    const outcomes = [notFound('1'), notFound('2')];
    const run = aRun({ counts: { ...FINISHED.counts, 'not-found': 2 } });
    const readOutcomes = readFrom(outcomes, links);
    const { container } = showPanel({ state: aState({ run }), readOutcomes });
    fireEvent.click(button('Not found in Manage 2'));
    const link = await screen.findByRole('link', { name: 'Open invoice 1 in Manage' });
    expect(link.getAttribute('href')).toBe('https://na.myconnectwise.net/?id=1');
    expect(link.getAttribute('rel')).toBe('noreferrer');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(screen.getAllByRole('link')).toHaveLength(1);
    await expectAccessible(container);
  });
});

describe('a list of ten thousand', () => {
  const COMPANIES = ['Fjord Bygg AS', 'Bølgen Bar', 'Acme Inc.'];
  const outcomes = Array.from({ length: 10_000 }, (_, at): Outcome => ({
    ...notFound(`N${at}`),
    company: COMPANIES[at % 3] ?? '',
    total: money((at * 7919) % 10_000, 'NOK'),
  }));
  const open = async () => {
    const run = aRun({ counts: { ...FINISHED.counts, 'not-found': 10_000 } });
    const readOutcomes = readFrom(outcomes);
    const { container } = showPanel({ state: aState({ run }), readOutcomes });
    fireEvent.click(button('Not found in Manage 10,000'));
    await screen.findByText('1–100 of 10,000');
    return { container, readOutcomes };
  };
  const numbers = () => screen.getAllByText(/^N\d+$/).map(({ textContent }) => textContent);

  it('holds a hundred rows at a time, whichever page is turned to, and says a shared reason once', async () => {
    const { container, readOutcomes } = await open();
    expect(numbers()).toHaveLength(100);
    expect(screen.getAllByText(/Manage holds no invoice with this number/)).toHaveLength(1);
    expect(container.querySelectorAll('*').length).toBeLessThan(1_500);
    for (let page = 1; page <= 3; page += 1) {
      fireEvent.click(button('Next'));
      await screen.findByText(`${page}01–${page + 1}00 of 10,000`);
      expect(numbers()).toHaveLength(100);
    }
    fireEvent.click(button('Previous'));
    await screen.findByText('201–300 of 10,000');
    expect(readOutcomes.mock.calls.map(([, , , from]) => from)).toEqual([0, 100, 200, 300, 200]);
    await expectAccessible(container);
  });

  it('is searched by number, company, amount and reason, once the typing rests', async () => {
    const { readOutcomes } = await open();
    const search = screen.getByRole('searchbox', { name: 'Search this list' });
    for (const text of ['N', 'N99', 'N9999']) fireEvent.input(search, { target: { value: text } });
    await screen.findByText('1–1 of 1');
    expect(numbers()).toEqual(['N9999']);
    expect(readOutcomes).toHaveBeenCalledTimes(2);
    fireEvent.input(search, { target: { value: 'BØLGEN 77.' } });
    await screen.findByText(/of 33$/);
    fireEvent.input(search, { target: { value: 'no such thing' } });
    await screen.findByText('Nothing found.');
  });

  it.each([
    ['number', ['N0', 'N1', 'N2'], ['N9999', 'N9998', 'N9997']],
    ['company', ['N2', 'N5', 'N8'], ['N9999', 'N9996', 'N9993']],
    ['amount', ['N0', 'N7679', 'N5358'], ['N2321', 'N4642', 'N6963']],
  ])('is put in order of %s, either way', async (order, first, last) => {
    await open();
    fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: order } });
    await vi.waitFor(() => expect(numbers().slice(0, 3)).toEqual(first));
    const reverse = button('Largest or last first');
    fireEvent.click(reverse);
    await vi.waitFor(() => expect(numbers().slice(0, 3)).toEqual(last));
    expect(reverse.getAttribute('aria-pressed')).toBe('true');
  });

  it('says why it cannot be read', async () => {
    const run = aRun({ counts: { ...FINISHED.counts, failed: 1 } });
    const { container } = showPanel({
      state: aState({ run }),
      readOutcomes: () => Promise.resolve({ ok: false, reason: reason('runNotThere') }),
    });
    fireEvent.click(button('Failed 1'));
    expect(await screen.findByText(/There is no such run in this browser/)).toBeTruthy();
    await expectAccessible(container);
  });
});
