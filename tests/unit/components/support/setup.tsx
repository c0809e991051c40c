import { render, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { SetupPage } from '@/components/setup/setup-page';
import type { SetupPort } from '@/components/setup/setup-port';
import type { StoredSettings } from '@/components/options/options-port';
import type { CheckResult } from '@/utils/accounting/source';
import type { FoundManage, SetupDraft, SetupState } from '@/utils/settings-desk/answers';
import { aPort, yes } from './options';
import { OUTCOMES } from './runs';

export const NORD: FoundManage = {
  site: 'na.myconnectwise.net',
  companyId: 'nordit',
  companyName: 'Nord IT AS',
  member: 'knilsen',
  version: 'v2025.1',
  problem: null,
};

const GOOD: readonly CheckResult[] = [{ probe: 'manageReachable', verdict: 'ok', evidence: '' }];

/** A browser with one Manage open and a worker that keeps what the setup tells it. */
export function aSetupPort(stored: StoredSettings, change: Partial<SetupPort> = {}) {
  const drafts: SetupDraft[] = [];
  const secrets: Record<string, string> = {};
  let kept: SetupState = { step: '', fields: {}, secretNames: [] };
  const options = aPort(stored, {
    checkConnections: vi.fn((only?: { of: string }) => yes([{ of: only?.of ?? '', results: GOOD }])),
  });
  const port: SetupPort = {
    ...options,
    discoverManage: vi.fn(() => yes([NORD])),
    readSetup: () => yes(kept),
    keepSetup: vi.fn((draft: SetupDraft) => {
      drafts.push(draft);
      Object.assign(secrets, draft.secrets);
      const fields = { ...kept.fields, [draft.step]: draft.fields };
      kept = { ...kept, fields, secretNames: Object.keys(secrets) };
      return yes(null);
    }),
    reachStep: vi.fn(({ step }: { step: string }) => {
      kept = { ...kept, step };
      return yes(null);
    }),
    saveSetup: vi.fn(({ settings, secrets: typed, step }: Parameters<SetupPort['saveSetup']>[0]) => {
      const { [step]: _, ...fields } = kept.fields;
      kept = { ...kept, fields };
      return options.saveSettings({ settings, secrets: { ...secrets, ...typed } });
    }),
    panelState: () => yes({ missing: null, connections: [] }),
    preview: vi.fn(() => yes([])),
    stopRun: vi.fn(() => yes(null)),
    readChanges: vi.fn(() => yes({ total: 1, outcomes: OUTCOMES, shared: null })),
    openSettings: vi.fn(),
    openManage: vi.fn(),
    onReturn: () => () => undefined,
    sleep: () => new Promise((resolve) => setTimeout(resolve, 0)),
    ...change,
  };
  return { port, drafts };
}

/** Opens the setup and waits for the title of a step. */
export async function openSetup(port: SetupPort, title = 'Your Manage') {
  const view = render(<SetupPage port={port} />);
  await screen.findByRole('heading', { name: title });
  return view;
}
