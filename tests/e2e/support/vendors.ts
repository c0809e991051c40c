import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/server';
import type { World } from '../../../sandbox/world';

type Instead = NonNullable<SandboxOptions['intercept']>;

/** Marks a request that an interceptor has seen. */
const TO_THE_VENDOR = 'x-to-the-vendor';

/** The hosts of a world, and a test that may answer for them. */
export interface Vendors {
  readonly sandbox: Sandbox;
  /** From now on answers in a vendor's stead; null lets the vendors answer again. */
  answerInstead(instead: Instead | null): void;
  /** What the vendor answers to a request that is to be answered in its stead. */
  vendorsAnswer(request: Request): Promise<Response>;
}

export async function openVendors(world: World): Promise<Vendors> {
  let instead: Instead | null = null;
  const sandbox = await startSandbox(world, {
    intercept: (request) => (request.headers.has(TO_THE_VENDOR) ? undefined : instead?.(request)),
  });
  return {
    sandbox,
    answerInstead: (other) => void (instead = other),
    async vendorsAnswer(request) {
      const passed = new Request(request);
      passed.headers.set(TO_THE_VENDOR, 'yes');
      return (await sandbox.answer(passed)) ?? Response.error();
    },
  };
}
