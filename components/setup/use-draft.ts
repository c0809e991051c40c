import { useEffect, useRef } from 'preact/hooks';
import { connectionOf, type System } from '@/components/options/accounting/connection-of';
import type { SecretChanges } from '@/utils/messaging/protocol';
import type { Connection } from '@/utils/storage/settings';
import type { SetupPort } from './setup-port';
import type { Step } from './steps';

/** Keys among the fields, and whose they are. They are kept under their own names and never come back. */
const KEY_FIELDS: Readonly<Record<string, 'manage' | System>> = {
  privateKey: 'manage',
  applicationKey: 'poweroffice-go',
  clientKey: 'poweroffice-go',
  subscriptionKey: 'poweroffice-go',
  webServiceKey: 'dynamics-nav',
};

/** Long enough for a word to be typed. */
const PAUSE_MS = 300;

/** What a form holds of a box that is not ticked. */
const UNTICKED = '';

/** Keeps what is being entered, shortly after it was. */
export function useDraft(port: SetupPort, step: Step, connections: readonly Connection[]) {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = (): void => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    if (form.current === null) return;
    const entered = readDraft(form.current, connections);
    void port.keepSetup({ step, ...entered }).catch(() => undefined);
  };
  const keep = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE_MS);
  };

  useEffect(() => {
    // Whoever leaves the page in the middle of a word finds it there again.
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [step]);

  return { form, keep, flush };
}

function readDraft(
  form: HTMLFormElement,
  connections: readonly Connection[],
): { fields: Record<string, string>; secrets: SecretChanges } {
  const fields: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') fields[control.name] = UNTICKED;
  }
  for (const [name, value] of new FormData(form)) {
    const owner = KEY_FIELDS[name];
    if (typeof value !== 'string') continue;
    if (owner === undefined) fields[name] = value;
    else if (value !== '') secrets[`${idOf(owner, connections)}.${name}`] = value;
  }
  return { fields, secrets };
}

/** Of the connection that the setup edits or, where there is none, of the one it makes. */
function idOf(owner: 'manage' | System, connections: readonly Connection[]): string {
  return owner === 'manage' ? owner : (connectionOf(connections, owner)?.id ?? owner);
}
