// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NO_BILLS } from '@/utils/payments/bills-rule';
import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { reason } from '@/utils/payments/reason';
import { FINISHED } from './support/runs';
import { expectAccessible } from './support/expect-accessible';
import { no, press, type, yes } from './support/options';
import { NOTHING_STORED, STORED } from './support/settings';
import { aSetupPort, NORD, openSetup } from './support/setup';

afterEach(cleanup);

const next = () => press('Check and continue');

/** Confirms the Manage that was found, and goes on. */
async function goOn(): Promise<void> {
  await screen.findByRole('radio', { name: /^Nord IT AS/ });
  type('Client ID', 'client');
  next();
}

describe('the first step', () => {
  it('has nothing typed but the client ID where somebody is signed in to Manage', async () => {
    const { port } = aSetupPort(NOTHING_STORED);
    const { container } = await openSetup(port);
    const found = await screen.findByRole('radio', { name: 'Nord IT AS at na.myconnectwise.net' });
    expect((found as HTMLInputElement).checked).toBe(true);
    expect(screen.getAllByRole('textbox')).toEqual([screen.getByLabelText('Client ID')]);
    await expectAccessible(container);
    type('Client ID', 'client');
    next();
    await screen.findByRole('heading', { name: 'Your accounting system' });
    expect(port.saveSetup).toHaveBeenCalledWith(
      expect.objectContaining({
        settings: expect.objectContaining({
          manage: expect.objectContaining({
            site: NORD.site,
            companyId: 'nordit',
            signIn: 'session',
            clientId: 'client',
          }) as unknown,
        }) as unknown,
      }),
    );
    await expectAccessible(container);
  });

  it('asks for the company, and for keys, where nobody is signed in', async () => {
    const nobody = { ...NORD, companyId: '', companyName: '', member: '' };
    const { port } = aSetupPort(NOTHING_STORED, { discoverManage: () => yes([nobody]) });
    await openSetup(port);
    await screen.findByLabelText('Company ID');
    expect(screen.getByLabelText('Private key').getAttribute('type')).toBe('password');
    next();
    expect((await screen.findAllByText('Fill in this field.')).length).toBeGreaterThan(2);
    expect(port.saveSetup).not.toHaveBeenCalled();
  });

  it('asks the browser for a site of the firm’s own in the click that names it', async () => {
    const own = { ...NORD, site: 'manage.nordit.example' };
    const discoverManage = vi.fn(({ site }: { site?: string }) => yes(site === undefined ? [] : [own]));
    const { port } = aSetupPort(NOTHING_STORED, { discoverManage });
    const { container } = await openSetup(port);
    await screen.findByText(/^No open Manage was found/);
    press('Find it there');
    await screen.findByText(/^This is no address/);
    type('Manage site', 'https://manage.nordit.example/v4_6_release/ConnectWise.aspx');
    press('Find it there');
    expect(port.requestOrigins).toHaveBeenCalledExactlyOnceWith(['https://manage.nordit.example/*']);
    await screen.findByRole('radio', { name: 'Nord IT AS at manage.nordit.example', checked: true });
    // Somebody is signed in there, which was not known while the address was typed.
    expect(screen.queryByLabelText('Private key')).toBeNull();
    await expectAccessible(container);
  });

  it('keeps the site that was found by its name, whatever an earlier question is answered later', async () => {
    const own = { ...NORD, site: 'manage.nordit.example' };
    const nobody = yes([]);
    let answerLate = (): void => undefined;
    const late = new Promise<void>((answer) => (answerLate = answer)).then(() => nobody);
    let returns = (): void => undefined;
    let asked = 0;
    const { port } = aSetupPort(NOTHING_STORED, {
      discoverManage: ({ site }) => {
        asked += 1;
        if (site !== undefined) return yes([own]);
        return asked === 1 ? nobody : late;
      },
      onReturn: (listener) => {
        returns = listener;
        return () => undefined;
      },
    });
    await openSetup(port);
    await screen.findByText(/^No open Manage was found/);
    returns();
    type('Manage site', own.site);
    press('Find it there');
    const chosen = { name: `Nord IT AS at ${own.site}`, checked: true };
    await screen.findByRole('radio', chosen);
    answerLate();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(screen.getByRole('radio', chosen)).toBeTruthy();
    expect(screen.queryByLabelText('Private key')).toBeNull();
  });

  it('says why a site tells nothing', async () => {
    const problem = reason('network', { host: NORD.site });
    const { port } = aSetupPort(NOTHING_STORED, {
      discoverManage: () => yes([{ ...NORD, companyId: '', member: '', problem }]),
    });
    await openSetup(port);
    await screen.findByText(/^na.myconnectwise.net could not be reached/);
  });
});

describe('a check that did not go well', () => {
  const warned = {
    probe: 'manageReport',
    verdict: 'warning',
    evidence: '',
    reason: reason('manageReportUnavailable'),
  } as const;
  const failed = {
    probe: 'managePaymentSync',
    verdict: 'failed',
    evidence: 'Xero',
    reason: reason('otherIntegrationSyncsPayments', { package: 'Xero' }),
  } as const;
  const good = { probe: 'manageReachable', verdict: 'ok', evidence: '' } as const;

  it('keeps the step, shows what to do, and goes on once that is done', async () => {
    const checkConnections = vi
      .fn()
      .mockReturnValueOnce(yes([{ of: 'manage', results: [good, failed] }]))
      .mockReturnValue(yes([{ of: 'manage', results: [good] }]));
    const { port } = aSetupPort(NOTHING_STORED, { checkConnections });
    const { container } = await openSetup(port);
    await goOn();
    await screen.findByText(/^Not yet\./);

    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    await expectAccessible(container);
    press('Write to custom fields instead');
    await screen.findByRole('heading', { name: 'Your accounting system' });
    expect(checkConnections).toHaveBeenLastCalledWith({ of: 'manage' });
  });

  it('lets go on where nothing stands in the way, but not by itself', async () => {
    const { port } = aSetupPort(NOTHING_STORED, {
      checkConnections: () => yes([{ of: 'manage', results: [good, warned] }]),
    });
    await openSetup(port);
    await goOn();
    fireEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    await screen.findByRole('heading', { name: 'Your accounting system' });
  });

  it('is said where the worker does not answer', async () => {
    const { port } = aSetupPort(NOTHING_STORED, {
      checkConnections: () => Promise.reject(new Error('gone')),
    });
    await openSetup(port);
    await goOn();
    await screen.findByText(/^Payment Sync did not answer/);
  });
});

describe('what is half entered', () => {
  it('is kept as it is typed, keys under their own names', async () => {
    const { port, drafts } = aSetupPort(NOTHING_STORED);
    await openSetup(port);
    await screen.findByRole('radio', { name: /^Nord IT AS/ });
    fireEvent.click(screen.getByRole('radio', { name: 'API keys' }));
    type('Public key', 'half');
    type('Private key', 'secret');
    await waitFor(() => expect(drafts.at(-1)?.secrets).toEqual({ 'manage.privateKey': 'secret' }));
    expect(drafts.at(-1)).toMatchObject({
      step: 'manage',
      fields: { publicKey: 'half', signIn: 'api-keys' },
    });
    expect(JSON.stringify(drafts.at(-1)?.fields)).not.toContain('secret');
  });

  it('stands in its fields again, and keys need not be typed twice', async () => {
    const { port } = aSetupPort(NOTHING_STORED);
    await port.reachStep({ step: 'accounting' });
    await port.keepSetup({
      step: 'accounting',
      fields: { system: 'dynamics-nav', baseUrl: 'https://nav', user: 'SY' },
      secrets: { 'dynamics-nav.webServiceKey': 'key' },
    });
    await openSetup(port, 'Your accounting system');
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('OData address').value).toBe('https://nav'),
    );
    expect(screen.getByLabelText<HTMLInputElement>('User').value).toBe('SY');
    const key = screen.getByLabelText<HTMLInputElement>('Web service access key');
    expect([key.value, key.placeholder]).toEqual(['', 'Stored. Leave empty to keep it.']);
  });

  it('is there again when the step is come back to, and after a reload', async () => {
    const { port } = aSetupPort({ ...STORED, settings: { ...STORED.settings, connections: [] } });
    await port.reachStep({ step: 'accounting' });
    await openSetup(port, 'Your accounting system');
    fireEvent.click(screen.getByRole('radio', { name: /^Dynamics NAV/ }));
    const entered = { 'OData address': 'https://nav.example', Company: 'Nord', User: 'SY' };
    for (const [label, value] of Object.entries(entered)) type(label, value);
    const isThere = () =>
      waitFor(() => {
        for (const [label, value] of Object.entries(entered))
          expect(screen.getByLabelText<HTMLInputElement>(label).value).toBe(value);
      });

    // In the middle of a word: sooner than it is kept otherwise.
    press('Back');
    await screen.findByRole('heading', { name: 'Your Manage' });
    await screen.findByRole('radio', { name: /^Nord IT AS/ });
    next();
    await screen.findByRole('heading', { name: 'Your accounting system' });
    await isThere();

    press('Back');
    await screen.findByRole('heading', { name: 'Your Manage' });
    cleanup();
    await openSetup(port, 'Your Manage');
    await screen.findByRole('radio', { name: /^Nord IT AS/ });
    next();
    await screen.findByRole('heading', { name: 'Your accounting system' });
    await isThere();
  });

  it('is kept to the last word where saving it is refused', async () => {
    const { port, drafts } = aSetupPort(NOTHING_STORED, { saveSetup: () => no(reason('storageFailed')) });
    await openSetup(port);
    await goOn();
    await screen.findByText(/^Not kept: /);
    expect(drafts.at(-1)).toMatchObject({ step: 'manage', fields: { clientId: 'client' } });
  });

  it('stands in lists again as in other fields, and a tick that was taken away stays away', async () => {
    const [books] = STORED.settings.connections;
    if (books === undefined) throw new Error('No books');
    const connections = [{ ...books, bills: { ...NO_BILLS, on: true } }];
    const { port, drafts } = aSetupPort({ ...STORED, settings: { ...STORED.settings, connections } });
    await port.reachStep({ step: 'matching' });
    const box = () => screen.getByLabelText<HTMLInputElement>(/^Show on purchase orders/);
    const list = () => screen.getByLabelText<HTMLTextAreaElement>('Vendors who are named differently');

    await openSetup(port, 'How invoices match');
    fireEvent.input(list(), { target: { value: 'Nord = North' } });
    await waitFor(() => expect(drafts.at(-1)?.fields).toMatchObject({ bills: 'on' }));
    cleanup();
    await openSetup(port, 'How invoices match');
    await waitFor(() => expect(list().value).toBe('Nord = North'));

    fireEvent.click(box());
    await waitFor(() => expect(drafts.at(-1)?.fields).toMatchObject({ bills: '' }));
    cleanup();
    await openSetup(port, 'How invoices match');
    await waitFor(() => expect(box().checked).toBe(false));
  });

  it('that cannot be read is said', async () => {
    const { port } = aSetupPort(NOTHING_STORED, { readSetup: () => no(reason('storageFailed')) });
    const { SetupPage } = await import('@/components/setup/setup-page');
    const { render } = await import('@testing-library/preact');
    render(<SetupPage port={port} />);
    await screen.findByText(/^Payment Sync did not answer/);
  });
});

describe('the dry run', () => {
  const atTheEnd = async (run: typeof FINISHED) => {
    const answer = { connectionId: 'poweroffice-go', answer: { ok: true as const, value: run } };
    const { port } = aSetupPort(STORED, { preview: () => yes([answer]) });
    await port.reachStep({ step: 'trial' });
    const view = await openSetup(port, 'Try it without changing anything');
    press('Show what a sync would change');
    return { port, ...view };
  };

  it('shows what a sync would change, and leads to Manage', async () => {
    const { port, container } = await atTheEnd({ ...FINISHED, mode: 'preview' });
    await screen.findByRole('heading', { name: 'You are ready' });
    expect(screen.getByText('12345', { selector: 'bdi' })).toBeTruthy();
    await expectAccessible(container);
    press('Open Manage');
    expect(port.openManage).toHaveBeenCalledWith('na.myconnectwise.net');
  });

  it('says why it failed, and does not call anybody ready', async () => {
    await atTheEnd({
      ...FINISHED,
      mode: 'preview',
      phase: 'failed',
      failure: reason('network', { host: 'x.example' }),
    });
    await screen.findByText(/^Preview failed: nothing was written\. x\.example could not be reached/);
    expect(screen.queryByRole('heading', { name: 'You are ready' })).toBeNull();
  });
});

it('how the last invoices match is tried at once, and a suggestion that is used is saved with the step', async () => {
  const preview = {
    lines: ['1', '2', '3'].map((inBooks) => ({ inBooks, inManage: inBooks, is: 'not-found' as const })),
    rule: SAME_NUMBER,
    newestInManage: ['INV-1', 'INV-2', 'INV-3'],
  };
  const { port } = aSetupPort(STORED, { previewMatching: vi.fn(() => yes(preview)) });
  await port.reachStep({ step: 'matching' });
  const { container } = await openSetup(port, 'How invoices match');
  await screen.findByText('Matched: 0, Not found in Manage: 3, Ambiguous: 0');
  await expectAccessible(container);
  press('Use this');
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>('Before it in Manage').value).toBe('INV-'),
  );
  press('Continue');
  await screen.findByRole('heading', { name: 'Try it without changing anything' });
  expect(port.saveSetup).toHaveBeenCalledWith(
    expect.objectContaining({
      settings: expect.objectContaining({
        connections: [
          expect.objectContaining({ matching: expect.objectContaining({ managePrefix: 'INV-' }) as unknown }),
        ],
      }) as unknown,
    }),
  );
});

it('the step before can be gone back to', async () => {
  const { port } = aSetupPort(STORED);
  await port.reachStep({ step: 'matching' });
  await openSetup(port, 'How invoices match');
  press('Back');
  await screen.findByRole('heading', { name: 'Your accounting system' });
});
