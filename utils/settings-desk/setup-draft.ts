import { z } from 'zod/mini';
import { EMPTY_DRAFT, SETUP_DRAFT } from '@/utils/storage/setup-draft';
import type { Vault } from '@/utils/storage/vault';
import type { SetupDraft, SetupState } from './answers';

const texts = z.record(z.string(), z.string());
const enteredSchema = z.object({ fields: texts, secrets: texts });

/** What was entered, by the step in which it was. */
const byStepSchema = z.object({ step: z.string(), entered: z.record(z.string(), enteredSchema) });

/** As it was kept before every step had a draft of its own: fields of the step it was left at, and keys of any. */
const ofOneStepSchema = z.extend(enteredSchema, { step: z.string() });

const draftSchema = z.union([byStepSchema, z.pipe(ofOneStepSchema, z.transform(byStep))]);

type Kept = z.infer<typeof byStepSchema>;

/** Keeps how far the guided setup has come, sealed like a key, so that it goes on where it was left. */
export function createSetupDraft(vault: Pick<Vault, 'get' | 'set'>) {
  async function draft(): Promise<Kept> {
    const kept = await vault.get(SETUP_DRAFT);
    return kept === null ? EMPTY_DRAFT : draftSchema.parse(JSON.parse(kept));
  }

  const keep = (next: Kept): Promise<void> => vault.set(SETUP_DRAFT, JSON.stringify(next));

  return {
    /** What was entered so far. Keys do not come back: only their names. */
    async read(): Promise<SetupState> {
      const { step, entered } = await draft();
      const steps = Object.entries(entered);
      return {
        step,
        fields: Object.fromEntries(steps.map(([name, { fields }]) => [name, fields])),
        secretNames: steps.flatMap(([, { secrets }]) => Object.keys(secrets)),
      };
    },

    /** The setup goes on with a step. What was entered stays. */
    reach: async (step: string): Promise<void> => keep({ ...(await draft()), step }),

    /** Keeps what is entered in a step, half or whole. A key that is left out stays as it was kept before. */
    async keep({ step, fields, secrets }: SetupDraft): Promise<void> {
      const before = await draft();
      const kept = { fields, secrets: { ...before.entered[step]?.secrets, ...secrets } };
      await keep({ ...before, entered: { ...before.entered, [step]: kept } });
    },

    /** The keys that were entered in a step and are not saved with the settings yet. */
    secretsOf: async (step: string): Promise<SetupDraft['secrets']> =>
      (await draft()).entered[step]?.secrets ?? {},

    /** What was entered in a step is saved with the settings now. */
    async saved(step: string): Promise<void> {
      const before = await draft();
      const { [step]: _, ...left } = before.entered;
      await keep({ ...before, entered: left });
    },
  };
}

/** Keys of Manage were entered in its step, and all others in that of the books. */
function byStep({ step, fields, secrets }: z.infer<typeof ofOneStepSchema>): Kept {
  const entered: Kept['entered'] = { [step]: { fields, secrets: {} } };
  for (const [name, secret] of Object.entries(secrets)) {
    const owner = name.startsWith('manage.') ? 'manage' : 'accounting';
    const of = (entered[owner] ??= { fields: {}, secrets: {} });
    of.secrets[name] = secret;
  }
  return { step, entered };
}
