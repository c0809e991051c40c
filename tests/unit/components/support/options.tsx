import { fireEvent, render, screen } from '@testing-library/preact';
import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { vi } from 'vitest';
import { OptionsPage } from '@/components/options/options-page';
import type { OptionsPort, StoredSettings } from '@/components/options/options-port';
import { hostsOf } from '@/utils/accounting/registry';
import { manageHosts } from '@/utils/services/manage-hosts';
import type { Answer } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';

export const yes = <T,>(value: T): Promise<Answer<T>> => Promise.resolve({ ok: true, value });
export const no = (why: Reason): Promise<Answer<never>> => Promise.resolve({ ok: false, reason: why });

/** The hosts that the extension itself finds in settings. */
export const HOSTS_OF: OptionsPort['hostsOf'] = { manage: manageHosts, connection: hostsOf };

export const REDIRECT = 'https://payment-sync.chromiumapp.org/';

/** A worker that keeps settings, and a browser that grants what is asked for unless told otherwise. */
export function aPort(stored: StoredSettings, change: Partial<OptionsPort> = {}): OptionsPort {
  let kept = stored;
  const granted = new Set<string>();
  return {
    readSettings: vi.fn(() => yes(kept)),
    saveSettings: vi.fn(({ settings, secrets }: Parameters<OptionsPort['saveSettings']>[0]) => {
      kept = { ...kept, settings, secretsSet: [...kept.secretsSet, ...Object.keys(secrets)] };
      return yes(null);
    }),
    checkConnections: vi.fn(() => yes([])),
    exportSettings: vi.fn(() => yes('{"version":1}')),
    importSettings: vi.fn(() => yes([])),
    onManaged: () => () => undefined,
    onShown: () => () => undefined,
    readShownPages: vi.fn(() => yes({})),
    forgetShownPage: vi.fn(() => yes({})),
    previewMatching: vi.fn(() => yes({ lines: [], rule: SAME_NUMBER, newestInManage: [] })),
    microsoftRedirectUrl: () => yes(REDIRECT),
    signInToMicrosoft: vi.fn(() => yes({ name: 'kari@nord.example', signedInAt: 0 })),
    listEnvironments: vi.fn(() => yes([])),
    listCompanies: vi.fn(() => yes([])),
    hostsOf: HOSTS_OF,
    requestOrigins: vi.fn((origins: readonly string[]) => {
      for (const origin of origins) granted.add(origin);
      return Promise.resolve(true);
    }),
    hasOrigins: (origins) => Promise.resolve(origins.every((origin) => granted.has(origin))),
    requestNotifications: vi.fn(() => Promise.resolve(true)),
    download: vi.fn(),
    copy: vi.fn(() => Promise.resolve()),
    tryClosedInvoice: vi.fn(({ invoiceNumber }: { invoiceNumber: string }) =>
      yes({ probe: 'manageClosedInvoices' as const, verdict: 'ok' as const, evidence: invoiceNumber }),
    ),
    openSetup: vi.fn(),
    version: '1.2.3',
    now: () => Date.UTC(2026, 10, 22, 12),
    openTab: vi.fn(),
    ...change,
  };
}

/** Opens the page and waits until it shows what is stored. */
export async function open(port: OptionsPort) {
  const view = render(<OptionsPage port={port} />);
  await screen.findByLabelText('Manage site');
  return view;
}

export function type(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

export function choose(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

export function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}
