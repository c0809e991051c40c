import type { OptionsPort, StoredSettings } from '@/components/options/options-port';
import type { Options } from '@/components/options/use-options';
import type { SetupPort } from './setup-port';

/** What every step is given. */
export interface StepProps {
  readonly port: SetupPort;
  /** The port by which fields that are shared with the settings page save and ask. */
  readonly optionsPort: OptionsPort;
  readonly options: Options;
  readonly stored: StoredSettings;
  /** What was entered in this step before and not saved. */
  readonly fields: Readonly<Record<string, string>>;
  readonly onBack: () => void;
  readonly onDone: () => void;
}
