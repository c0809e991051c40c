// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OptionsPort } from '@/components/options/options-port';
import type { Answer } from '@/utils/messaging/protocol';
import { reason } from '@/utils/payments/reason';
import { descriptionOf } from './support/description-of';
import { expectAccessible } from './support/expect-accessible';
import { aPort, choose, no, open, press, REDIRECT, type, yes } from './support/options';
import {
  APPLICATION,
  BUSINESS_CENTRAL,
  COMPANY,
  DYNAMICS_NAV,
  NOTHING_STORED,
  STORED,
  storedWith,
  TENANT,
  USUALLY_MATCHED,
} from './support/settings';

afterEach(cleanup);

const MANAGE_ORIGINS = ['https://na.myconnectwise.net/*', 'https://api-na.myconnectwise.net/*'];
const MICROSOFT_ORIGINS = [
  'https://api.businesscentral.dynamics.com/*',
  'https://login.microsoftonline.com/*',
];
const ENVIRONMENTS = [
  { value: 'Production', label: 'Production (Production)' },
  { value: 'Try', label: 'Try (Sandbox)' },
];
const COMPANIES = [
  { value: COMPANY, label: 'Nord IT AS' },
  { value: 'c2', label: 'Sør IT AS' },
];
const LISTS = { listEnvironments: () => yes(ENVIRONMENTS), listCompanies: () => yes(COMPANIES) };
const SIGNED_IN = storedWith(BUSINESS_CENTRAL, 'microsoftSignIn');
const ALL_GRANTED = { hasOrigins: () => Promise.resolve(true) };

const savedConnection = (port: OptionsPort) =>
  vi.mocked(port.saveSettings).mock.lastCall?.[0].settings.connections;
const optionsOf = (label: string): string[] =>
  [...screen.getByLabelText<HTMLSelectElement>(label).options].map(({ text }) => text);
const valueOf = (label: string): string => screen.getByLabelText<HTMLSelectElement>(label).value;

describe('the accounting system', () => {
  it('is PowerOffice Go until another one is chosen', async () => {
    await open(aPort(NOTHING_STORED));
    expect(valueOf('Accounting system')).toBe('poweroffice-go');
    expect(optionsOf('Accounting system')).toEqual([
      'PowerOffice Go',
      'Dynamics 365 Business Central',
      'Dynamics NAV',
    ]);
    expect(screen.getByLabelText('Client key')).toBeTruthy();
  });

  it.each([
    [STORED, 'poweroffice-go', 'Subscription key'],
    [storedWith(BUSINESS_CENTRAL), 'business-central', 'Directory (tenant) ID'],
    [storedWith(DYNAMICS_NAV, 'webServiceKey'), 'dynamics-nav', 'OData address'],
  ])('is the one connected, with the fields of it alone: %#', async (stored, system, field) => {
    const { container } = await open(aPort(stored));
    expect(valueOf('Accounting system')).toBe(system);
    const fields = ['Subscription key', 'Directory (tenant) ID', 'OData address'];
    expect(fields.filter((label) => screen.queryByLabelText(label) !== null)).toEqual([field]);
    expect(screen.queryByText(/^Saving disconnects/)).toBeNull();
    await expectAccessible(container);
  });

  it('says what becomes of the one before when another one is chosen', async () => {
    await open(aPort(STORED));
    choose('Accounting system', 'dynamics-nav');
    await screen.findByText(/^Saving disconnects PowerOffice Go and forgets its keys/);
  });
});

describe('Business Central', () => {
  it('shows the address to register, and copies it', async () => {
    const port = aPort(storedWith(BUSINESS_CENTRAL));
    await open(port);
    const address = screen.getByLabelText<HTMLInputElement>('Redirect address');
    await waitFor(() => expect(address.value).toBe(REDIRECT));
    expect(address.readOnly).toBe(true);
    expect(descriptionOf(address)).toMatch(/Single-page application/);
    press('Copy');
    await screen.findByText('Copied.');
    expect(port.copy).toHaveBeenCalledExactlyOnceWith(REDIRECT);
  });

  it('says so when the browser does not let it copy', async () => {
    await open(aPort(storedWith(BUSINESS_CENTRAL), { copy: () => Promise.reject(new Error('denied')) }));
    press('Copy');
    await screen.findByText(/^The browser did not allow it/);
  });

  it('is saved first, then signed in to, then asked for environments and companies', async () => {
    const port = aPort({ ...STORED, settings: { ...STORED.settings, connections: [] } }, LISTS);
    const { container } = await open(port);
    choose('Accounting system', 'business-central');
    await screen.findByText(/^Nobody has signed in yet/);
    expect(screen.queryByLabelText('Environment')).toBeNull();
    type('Directory (tenant) ID', ` ${TENANT.toUpperCase()}`);
    type('Application (client) ID', APPLICATION);
    press('Sign in to Microsoft');
    expect(port.requestOrigins).toHaveBeenCalledExactlyOnceWith([...MANAGE_ORIGINS, ...MICROSOFT_ORIGINS]);
    await screen.findByText('Signed in as kari@nord.example.');
    expect(savedConnection(port)).toEqual([{ ...BUSINESS_CENTRAL, environment: '', company: '' }]);
    expect(port.signInToMicrosoft).toHaveBeenCalledExactlyOnceWith({ connectionId: 'business-central' });
    await screen.findByLabelText('Environment');
    expect(optionsOf('Environment')).toEqual(['Choose…', 'Production (Production)', 'Try (Sandbox)']);
    expect(screen.queryByLabelText('Company')).toBeNull();
    choose('Environment', 'Try');
    await screen.findByLabelText('Company');
    expect(optionsOf('Company')).toEqual(['Choose…', 'Nord IT AS', 'Sør IT AS']);
    await expectAccessible(container);
    choose('Company', 'c2');
    choose('Invoice number is in', 'external-document-number');
    fireEvent.click(
      screen.getByRole('checkbox', { name: 'Date payments on the day this browser first saw them' }),
    );
    press('Save');
    await screen.findByText('Saved.');
    expect(savedConnection(port)).toEqual([
      {
        ...BUSINESS_CENTRAL,
        environment: 'Try',
        company: 'c2',
        matching: { ...USUALLY_MATCHED, field: 'external-document-number' },
        datedWhenFirstSeen: true,
      },
    ]);
  });

  it('keeps the focus on the button that was pressed', async () => {
    await open(aPort(storedWith(BUSINESS_CENTRAL), LISTS));
    press('Sign in to Microsoft');
    await screen.findByText(/^Signed in as/);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Sign in to Microsoft' }));
  });

  it('chooses the only environment and the only company by itself', async () => {
    const port = aPort(storedWith({ ...BUSINESS_CENTRAL, environment: '', company: '' }), {
      listEnvironments: () => yes(ENVIRONMENTS.slice(1)),
      listCompanies: vi.fn(() => yes(COMPANIES.slice(0, 1))),
    });
    await open(port);
    press('Sign in to Microsoft');
    await screen.findByLabelText('Company');
    expect([valueOf('Environment'), valueOf('Company')]).toEqual(['Try', COMPANY]);
    expect(port.listCompanies).toHaveBeenCalledWith({ connectionId: 'business-central', environment: 'Try' });
  });

  it('wants environment and company chosen before it is saved, but not before somebody signs in', async () => {
    const port = aPort(storedWith({ ...BUSINESS_CENTRAL, environment: '', company: '' }), LISTS);
    await open(port);
    press('Sign in to Microsoft');
    const environment = await screen.findByLabelText('Environment');
    press('Save');
    await waitFor(() => expect(document.activeElement).toBe(environment));
    expect(descriptionOf(environment)).toMatch(/^Choose one\./);
    press('Sign in to Microsoft');
    await waitFor(() => expect(port.signInToMicrosoft).toHaveBeenCalledTimes(2));
  });

  it('marks what is wrong instead of signing in', async () => {
    const port = aPort(storedWith(BUSINESS_CENTRAL));
    await open(port);
    type('Application (client) ID', 'our app');
    press('Sign in to Microsoft');
    const field = screen.getByLabelText('Application (client) ID');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(descriptionOf(field)).toMatch(/^This is no such ID\./);
    expect(port.saveSettings).not.toHaveBeenCalled();
    expect(port.requestOrigins).not.toHaveBeenCalled();
  });

  it('does not open Microsoft’s page when access was denied', async () => {
    const port = aPort(storedWith(BUSINESS_CENTRAL), { requestOrigins: () => Promise.resolve(false) });
    await open(port);
    press('Sign in to Microsoft');
    await screen.findByText(/^Your settings are kept, but access was not allowed/);
    expect(port.signInToMicrosoft).not.toHaveBeenCalled();
  });

  it('says why Microsoft did not sign anybody in', async () => {
    const closed = reason('microsoftSignInClosed', { redirect: REDIRECT });
    await open(aPort(storedWith(BUSINESS_CENTRAL), { signInToMicrosoft: () => no(closed) }));
    press('Sign in to Microsoft');
    await screen.findByText(/^The sign-in window was closed/);
  });

  it('reads the lists by itself while the sign-in lasts', async () => {
    const port = aPort(SIGNED_IN, { ...LISTS, ...ALL_GRANTED });
    await open(port);
    await screen.findByText('Signed in.');
    await waitFor(() => expect(optionsOf('Company')).toEqual(['Nord IT AS', 'Sør IT AS']));
    expect([valueOf('Environment'), valueOf('Company')]).toEqual(['Production', COMPANY]);
  });

  it('asks to sign in again once Microsoft has ended the sign-in, and keeps what was chosen', async () => {
    const ended = reason('microsoftSignInNeeded');
    const port = aPort(SIGNED_IN, { ...ALL_GRANTED, listEnvironments: () => no(ended) });
    const { container } = await open(port);
    await screen.findByText(/^Sign in again\./);
    expect([valueOf('Environment'), valueOf('Company')]).toEqual(['Production', COMPANY]);
    expect(optionsOf('Company')).toEqual([`As stored: ${COMPANY}`]);
    await expectAccessible(container);
    press('Save');
    await screen.findByText('Saved.');
    expect(savedConnection(port)).toEqual([BUSINESS_CENTRAL]);
  });

  it('says why a list cannot be read', async () => {
    const gone = reason('businessCentralEnvironmentUnknown', { environment: 'Production' });
    await open(aPort(SIGNED_IN, { ...LISTS, ...ALL_GRANTED, listCompanies: () => no(gone) }));
    await screen.findByText(/^The list could not be read: Business Central has no environment “Production”/);
  });

  it.each([
    [{ listEnvironments: () => yes([]) }, /^This account sees no environment/],
    [{ ...LISTS, listCompanies: () => yes([]) }, /^This account sees no company/],
    [{ listEnvironments: () => Promise.reject(new Error('gone')) }, /^Payment Sync did not answer/],
  ])('says so when there is nothing to choose from: %#', async (lists, words) => {
    await open(aPort(SIGNED_IN, { ...ALL_GRANTED, ...lists }));
    await screen.findByText(words);
  });

  it('waits for access before it asks for lists', async () => {
    const listEnvironments = vi.fn(LISTS.listEnvironments);
    await open(aPort(SIGNED_IN, { ...LISTS, listEnvironments }));
    await screen.findByRole('button', { name: 'Allow access' });
    expect(listEnvironments).not.toHaveBeenCalled();
    press('Allow access');
    await screen.findByText('Signed in.');
    expect(listEnvironments).toHaveBeenCalledOnce();
  });

  it('shows the companies of the environment chosen last, whichever list arrives last', async () => {
    const waiting = new Map<string, (answer: Answer<typeof COMPANIES>) => void>();
    const port = aPort(SIGNED_IN, {
      ...LISTS,
      ...ALL_GRANTED,
      listCompanies: ({ environment }) => new Promise((resolve) => waiting.set(environment, resolve)),
    });
    await open(port);
    await waitFor(() => expect([...waiting.keys()]).toEqual(['Production']));
    choose('Environment', 'Try');
    await waitFor(() => expect([...waiting.keys()]).toEqual(['Production', 'Try']));
    waiting.get('Try')?.({ ok: true, value: COMPANIES.slice(1) });
    await screen.findByLabelText('Company');
    waiting.get('Production')?.({ ok: true, value: COMPANIES });
    await Promise.resolve();
    expect(optionsOf('Company')).toEqual(['Sør IT AS']);
  });
});

describe('Dynamics NAV', () => {
  function fillIn(address: string): void {
    choose('Accounting system', 'dynamics-nav');
    type('OData address', address);
    type('Company', 'Nord IT AS');
    type('User', 'SYNC');
    type('Web service access key', 'key=');
    type('Local currency', 'nok');
  }

  it('is saved with access to that one server', async () => {
    const port = aPort(STORED);
    const { container } = await open(port);
    fillIn('nav.example.com:7048/DynamicsNAV110/ODataV4/');
    press('Save');
    expect(port.requestOrigins).toHaveBeenCalledExactlyOnceWith([
      ...MANAGE_ORIGINS,
      'https://nav.example.com/*',
    ]);
    await screen.findByText('Saved.');
    expect(savedConnection(port)).toEqual([DYNAMICS_NAV]);
    expect(port.saveSettings).toHaveBeenCalledWith(
      expect.objectContaining({ secrets: { 'dynamics-nav.webServiceKey': 'key=' } }),
    );
    await expectAccessible(container);
  });

  it('takes an unencrypted address only with the box ticked that warns of it', async () => {
    const port = aPort(STORED);
    const { container } = await open(port);
    fillIn('https://nav/DynamicsNAV110/ODataV4');
    const name = 'Use an unencrypted address';
    expect(screen.queryByRole('checkbox', { name })).toBeNull();
    type('OData address', 'http://nav/DynamicsNAV110/ODataV4');
    const box = await screen.findByRole('checkbox', { name });
    press('Save');
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(descriptionOf(box)).toMatch(/^Tick this.*Others on the network can read the key/);
    expect(port.saveSettings).not.toHaveBeenCalled();
    await expectAccessible(container);
    fireEvent.click(box);
    press('Save');
    await screen.findByText('Saved.');
    expect(port.requestOrigins).toHaveBeenCalledExactlyOnceWith([...MANAGE_ORIGINS, 'http://nav/*']);
    expect(savedConnection(port)).toEqual([
      { ...DYNAMICS_NAV, baseUrl: 'http://nav/DynamicsNAV110/ODataV4', allowHttp: true },
    ]);
  });

  it('unfolds the names of services when one of them is wrong', async () => {
    await open(aPort(storedWith(DYNAMICS_NAV, 'webServiceKey')));
    const field = screen.getByLabelText('Customer ledger entries (page 25)');
    expect(field.closest('details')?.open).toBe(false);
    type('Customer ledger entries (page 25)', 'a/b');
    press('Save');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.closest('details')?.open).toBe(true);
  });

  it('can be opened in a tab when it cannot be reached, where the browser names the cause', async () => {
    const unreachable = reason('navUnreachable', { origin: 'https://nav.example.com:7048' });
    const port = aPort(storedWith(DYNAMICS_NAV, 'webServiceKey'), {
      checkConnections: () =>
        yes([
          {
            of: 'dynamics-nav',
            results: [{ probe: 'navReachable', verdict: 'failed', evidence: '', reason: unreachable }],
          },
        ]),
    });
    const { container } = await open(port);
    press('Check connections');
    await screen.findByText(/could not be reached, and a browser does not say why/);
    await expectAccessible(container);
    press('Open its address in a tab');
    expect(port.openTab).toHaveBeenCalledExactlyOnceWith(DYNAMICS_NAV.baseUrl);
  });
});

describe('the connection check', () => {
  it.each([
    [STORED, 'PowerOffice Go'],
    [storedWith(BUSINESS_CENTRAL), 'Business Central'],
    [storedWith(DYNAMICS_NAV), 'Dynamics NAV'],
  ])('names the system it tried: %#', async (stored, name) => {
    const of = stored.settings.connections[0]?.id ?? '';
    const results = [{ probe: 'navReachable', verdict: 'ok', evidence: '' } as const];
    await open(aPort(stored, { checkConnections: () => yes([{ of, results }]) }));
    press('Check connections');
    await screen.findByRole('heading', { name, level: 3 });
  });
});
