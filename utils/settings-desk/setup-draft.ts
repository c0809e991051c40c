import { z } from 'zod/mini';
import { EMPTY_DRAFT, SETUP_DRAFT } from '@/utils/storage/setup-draft';
import type { Vault } from '@/utils/storage/vault';
import type { SetupDraft, SetupState } from './answers';

const texts = z.record(z.string(), z.string());
const draftSchema = z.object({ step: z.string(), fields: texts, secrets: texts });

/** Keeps how far the guided setup has come, sealed like a key, so that it goes on where it was left. */
export function createSetupDraft(vault: Pick<Vault, 'get' | 'set'>) {
  async function draft(): Promise<SetupDraft> {
    const kept = await vault.get(SETUP_DRAFT);
    return kept === null ? EMPTY_DRAFT : draftSchema.parse(JSON.parse(kept));
  }

  const keep = (next: SetupDraft): Promise<void> => vault.set(SETUP_DRAFT, JSON.stringify(next));

  return {
    /** What was entered so far. Keys do not come back: only their names. */
    async read(): Promise<SetupState> {
      const { step, fields, secrets } = await draft();
      return { step, fields, secretNames: Object.keys(secrets) };
    },

    /** Keeps what is entered, half or whole. A key that is left out stays as it was kept before. */
    async keep({ step, fields, secrets }: SetupDraft): Promise<void> {
      const before = await draft();
      await keep({ step, fields, secrets: { ...before.secrets, ...secrets } });
    },

    /** The keys that were entered and are not saved with the settings yet. */
    secrets: async (): Promise<SetupDraft['secrets']> => (await draft()).secrets,

    /** What was entered is saved with the settings now; the setup goes on with a step. */
    saved: (step: string): Promise<void> => keep({ ...EMPTY_DRAFT, step }),
  };
}
