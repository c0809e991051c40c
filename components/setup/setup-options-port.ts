import type { OptionsPort } from '@/components/options/options-port';
import type { SetupPort } from './setup-port';
import type { Step } from './steps';

/**
 * The settings as the setup sees them: keys that were entered and are not saved yet count as stored, and saving takes
 * them along.
 */
export function setupOptionsPort(port: SetupPort, step: () => Step): OptionsPort {
  return {
    ...port,
    async readSettings() {
      const [settings, kept] = await Promise.all([port.readSettings(), port.readSetup()]);
      if (!settings.ok || !kept.ok) return settings;
      const secretsSet = [...new Set([...settings.value.secretsSet, ...kept.value.secretNames])];
      return { ok: true, value: { ...settings.value, secretsSet } };
    },
    saveSettings: (input) => port.saveSetup({ ...input, step: step() }),
  };
}
