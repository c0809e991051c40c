import { z } from 'zod/mini';
import type { SetupDraft, SetupState } from '@/utils/messaging/protocol';
import type { Services } from './services';

/** Under this name the vault keeps how far the guided setup has come: keys that are half entered are in it. */
export const SETUP_DRAFT = 'setup.draft';

const texts = z.record(z.string(), z.string());
const draftSchema = z.object({ step: z.string(), fields: texts, secrets: texts });

const AT_THE_START: SetupDraft = { step: '', fields: {}, secrets: {} };

/** Keeps how far the guided setup has come, sealed like a key, so that it goes on where it was left. */
export function createSetupDesk(services: () => Promise<Pick<Services, 'vault' | 'settings'>>) {
  async function draft(): Promise<SetupDraft | null> {
    const kept = await (await services()).vault.get(SETUP_DRAFT);
    return kept === null ? null : draftSchema.parse(JSON.parse(kept));
  }

  async function keep(next: SetupDraft): Promise<void> {
    await (await services()).vault.set(SETUP_DRAFT, JSON.stringify(next));
  }

  return {
    /** Opens the setup where nothing is connected and it was never opened before. */
    async offer(open: () => Promise<void>): Promise<void> {
      const { manage } = await (await services()).settings.read();
      if (manage !== null || (await draft()) !== null) return;
      await keep(AT_THE_START);
      await open();
    },

    /** What was entered so far. Keys do not come back: only their names. */
    async read(): Promise<SetupState> {
      const { step, fields, secrets } = (await draft()) ?? AT_THE_START;
      return { step, fields, secretNames: Object.keys(secrets) };
    },

    /** Keeps what is entered, half or whole. A key that is left out stays as it was kept before. */
    async keep({ step, fields, secrets }: SetupDraft): Promise<void> {
      const before = (await draft()) ?? AT_THE_START;
      await keep({ step, fields, secrets: { ...before.secrets, ...secrets } });
    },

    /** The keys that were entered and are not saved with the settings yet. */
    secrets: async (): Promise<SetupDraft['secrets']> => (await draft())?.secrets ?? {},

    /** What was entered is saved with the settings now; the setup goes on with a step. */
    saved: (step: string): Promise<void> => keep({ ...AT_THE_START, step }),
  };
}

export type SetupDesk = ReturnType<typeof createSetupDesk>;
