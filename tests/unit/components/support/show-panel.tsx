import { render, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { SyncPanel, type SyncPanelProps } from '@/components/sync-panel/sync-panel';
import { readFrom } from './read-outcomes';
import { aRecognitionPort } from './recognitions';
import { aState, OUTCOMES, TODAY } from './runs';

const handlers = () => ({
  readOutcomes: readFrom(OUTCOMES),
  onToggleHistory: vi.fn(),
  onOpenRun: vi.fn(),
  onBack: vi.fn(),
  onCollapse: vi.fn(),
  onRun: vi.fn(),
  onStop: vi.fn(),
  onTakeOver: vi.fn(),
  onResume: vi.fn(),
  onRetryFailed: vi.fn(),
  onUndo: vi.fn(),
  onExport: vi.fn(),
  onOpenOptions: vi.fn(),
  onSetUp: vi.fn(),
  onReload: vi.fn(),
});

/** Draws the panel as a British reader sees it, connected and after a successful run unless told otherwise. */
export function showPanel(change: Partial<SyncPanelProps> = {}) {
  const spies = handlers();
  const view = render(
    <SyncPanel
      state={aState()}
      today={TODAY}
      locale="en-GB"
      badgeProblem={null}
      recognition={aRecognitionPort()}
      past={null}
      history={null}
      collapsed={false}
      {...spies}
      {...change}
    />,
  );
  return { ...spies, ...view, panel: screen.getByRole('region', { name: 'Payment sync' }) };
}

export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
