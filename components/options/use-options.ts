import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { Answer } from '@/utils/messaging/protocol';
import type { Settings } from '@/utils/storage/settings';
import { neededOrigins } from './needed-origins';
import type { OptionsPort, StoredSettings } from './options-port';
import type { FormReading } from './read-form';

/** Beside what was done is where its result is said. */
export type Place = 'form' | 'microsoft' | 'check' | 'shown' | 'file';

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
  /** Whether anything was entered since the settings were read. */
  const touched = useRef(false);

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
  async function lookUpAccess(settings: Settings): Promise<readonly string[]> {
    const missing: string[] = [];
    for (const origin of neededOrigins(settings, port.hostsOf)) {
      if (!(await port.hasOrigins([origin]))) missing.push(origin);
    }
    return missing;
  }
  async function refreshAccess(settings: Settings): Promise<readonly string[]> {
    const missing = await lookUpAccess(settings);
    setMissingOrigins(missing);
    return missing;
  }
  /** The hosts that may not be reached yet; null when the settings could not be read, which has been said then. */
  async function reload(): Promise<readonly string[] | null> {
    const read = await port.readSettings().catch(() => null);
    if (!read?.ok) {
      say('form', 'bad', read === null ? i18n.t('options.noAnswer') : reasonText(read.reason));
      return null;
    }
    const missing = await lookUpAccess(read.value.settings);
    touched.current = false;
    setStored(read.value);
    setMissingOrigins(missing);
    setRevision((before) => before + 1);
    return missing;
  }
  /**
   * Whether nobody has saved anything since these settings were read. What is saved takes the place of all there was, so
   * that a tab that was left open would undo what another one did.
   */
  async function isAsRead(place: Place): Promise<boolean> {
    const now = await valueOf(place, port.readSettings());
    const isSame = now !== null && isStored(now.value);
    if (now !== null && !isSame) say(place, 'bad', i18n.t('options.changedElsewhere'));
    return isSame;
  }
  function isStored({ settings }: StoredSettings): boolean {
    return JSON.stringify(settings) === JSON.stringify(stored?.settings);
  }
  /** Shows what another tab has saved meanwhile, unless something was entered here that would be lost. */
  async function catchUp(): Promise<void> {
    const now = await port.readSettings().catch(() => null);
    if (!now?.ok || stored === null || busy || isStored(now.value)) return;
    if (touched.current) say('form', 'bad', i18n.t('options.changedElsewhere'));
    else await reload();
  }
  async function save(
    { settings, secrets }: Extract<FormReading, { ok: true }>,
    place: Place,
    asked: Promise<boolean>,
  ): Promise<boolean> {
    setBusy(true);
    say(place, 'quiet', i18n.t('options.saving'));
    const isLatest = await isAsRead(place);
    const saved = isLatest ? await valueOf(place, port.saveSettings({ settings, secrets })) : null;
    // Denied and dismissed come to the same: what is missing is looked up below.
    await asked.catch(() => false);
    const missing = saved === null ? null : await reload();
    if (missing?.length === 0) say(place, 'good', i18n.t('options.saved'));
    else if (missing !== null) say(place, 'bad', i18n.t('options.savedWithoutAccess'));
    setBusy(false);
    return missing?.length === 0;
  }

  useEffect(() => {
    void reload();
    return port.onManaged(() => {
      void reload().then((missing) => {
        // What cannot be read cannot be saved either.
        if (missing === null) setStored(null);
        else say('form', 'quiet', '');
      });
    });
  }, [port]);

  const shown = useRef(catchUp);
  shown.current = catchUp;
  useEffect(() => {
    const touch = (): void => void (touched.current = true);
    document.addEventListener('input', touch);
    const stop = port.onShown(() => void shown.current());
    return () => {
      document.removeEventListener('input', touch);
      stop();
    };
  }, [port]);

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
    /**
     * Runs inside the event of a submit or click: the browser lets a page ask for access only then. True once the
     * settings are kept and every host may be reached.
     */
    save: (reading: Extract<FormReading, { ok: true }>, place: Place): Promise<boolean> =>
      save(reading, place, port.requestOrigins(neededOrigins(reading.settings, port.hostsOf))),
    /** Runs inside a click, for the same reason. */
    allowAccess: (): void => {
      if (stored === null) return;
      const { settings } = stored;
      void port
        .requestOrigins(neededOrigins(settings, port.hostsOf))
        .catch(() => false)
        .then(() => refreshAccess(settings))
        .then((missing) => missing.length === 0 && say('form', 'good', i18n.t('options.accessAllowed')));
    },
  };
}

export type Options = ReturnType<typeof useOptions>;
