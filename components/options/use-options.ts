import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { Answer } from '@/utils/messaging/protocol';
import type { Settings } from '@/utils/storage/settings';
import { neededOrigins } from './needed-origins';
import type { OptionsPort, StoredSettings } from './options-port';
import type { FormReading } from './read-form';

/** Beside what was done is where its result is said. */
export type Place = 'form' | 'check' | 'file';

/** What the page says of the last thing that was done. */
export interface Notice {
  readonly place: Place;
  readonly tone: 'good' | 'bad' | 'quiet';
  readonly text: string;
}

/** The settings as they are stored, and what can be done with them. */
export function useOptions(port: OptionsPort) {
  const [stored, setStored] = useState<StoredSettings | null>(null);
  const [revision, setRevision] = useState(0);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [missingOrigins, setMissingOrigins] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);

  const say = (place: Place, tone: Notice['tone'], text: string): void => setNotice({ place, tone, text });
  /** The value of an answer; null once what went wrong has been said. */
  async function valueOf<T>(place: Place, question: Promise<Answer<T>>): Promise<{ value: T } | null> {
    try {
      const answer = await question;
      if (answer.ok) return { value: answer.value };
      say(place, 'bad', i18n.t('options.failed', { why: reasonText(answer.reason) }));
    } catch {
      say(place, 'bad', i18n.t('options.noAnswer'));
    }
    return null;
  }
  async function refreshAccess(settings: Settings): Promise<readonly string[]> {
    const missing: string[] = [];
    for (const origin of neededOrigins(settings)) {
      if (!(await port.hasOrigins([origin]))) missing.push(origin);
    }
    setMissingOrigins(missing);
    return missing;
  }
  async function reload(): Promise<readonly string[]> {
    const read = await valueOf('form', port.readSettings());
    if (read === null) return [];
    setStored(read.value);
    setRevision((before) => before + 1);
    return refreshAccess(read.value.settings);
  }
  async function save(reading: Extract<FormReading, { ok: true }>, asked: Promise<boolean>): Promise<void> {
    setBusy(true);
    say('form', 'quiet', i18n.t('options.saving'));
    const { settings, secrets } = reading;
    const saved = await valueOf('form', port.saveSettings({ settings, secrets }));
    // Denied and dismissed come to the same: what is missing is looked up below.
    await asked.catch(() => false);
    if (saved !== null) {
      const missing = await reload();
      if (missing.length === 0) say('form', 'good', i18n.t('options.saved'));
      else say('form', 'bad', i18n.t('options.savedWithoutAccess'));
    }
    setBusy(false);
  }

  useEffect(() => void reload(), [port]);

  return {
    stored,
    revision,
    notice,
    missingOrigins,
    busy,
    say,
    valueOf,
    reload,
    refreshAccess,
    /** Runs inside the submit event: the browser lets a page ask for access only then. */
    save: (reading: Extract<FormReading, { ok: true }>): void => {
      void save(reading, port.requestOrigins(neededOrigins(reading.settings)));
    },
    /** Runs inside a click, for the same reason. */
    allowAccess: (): void => {
      if (stored === null) return;
      const { settings } = stored;
      void port
        .requestOrigins(neededOrigins(settings))
        .catch(() => false)
        .then(() => refreshAccess(settings))
        .then((missing) => missing.length === 0 && say('form', 'good', i18n.t('options.accessAllowed')));
    },
  };
}

export type Options = ReturnType<typeof useOptions>;
