import { z } from 'zod/mini';
import type { MicrosoftApp, SignInPorts } from './ports';

const storedSchema = z.object({
  tenantId: z.string(),
  clientId: z.string(),
  refreshToken: z.string(),
  account: z.string(),
  signedInAt: z.number(),
});

/** What is kept of a sign-in: enough to renew it, and for which app it is good. */
export type StoredSignIn = z.infer<typeof storedSchema>;

/** The sign-in kept for this app; null where there is none, or one for another app or directory. */
export async function readSignIn(
  { vault }: Pick<SignInPorts, 'vault'>,
  { connectionId, tenantId, clientId }: MicrosoftApp,
): Promise<StoredSignIn | null> {
  const text = await vault.get(secretName(connectionId));
  const stored = storedSchema.safeParse(parsed(text));
  if (!stored.success) return null;
  return stored.data.tenantId === tenantId && stored.data.clientId === clientId ? stored.data : null;
}

export async function keepSignIn(
  { vault }: Pick<SignInPorts, 'vault'>,
  { connectionId, tenantId, clientId }: MicrosoftApp,
  signIn: Omit<StoredSignIn, 'tenantId' | 'clientId'>,
): Promise<void> {
  await vault.set(secretName(connectionId), JSON.stringify({ ...signIn, tenantId, clientId }));
}

function secretName(connectionId: string): string {
  return `${connectionId}.microsoftSignIn`;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
