import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A Chromium that speaks another language than its surroundings. */
export interface SpeakingChromium {
  readonly executable: string;
  /** What it has to find in its environment. */
  readonly env: Readonly<Record<string, string>>;
  remove(): void;
}

/** Where Debian keeps what its `chromium` starts; that one is a script. */
const DEBIAN = '/usr/lib/chromium/chromium';

/**
 * Chromium in a language, which an extension's words follow. On Linux it takes its language from the environment, if
 * it has that language's own words. Debian keeps those in a package of its own (`chromium-l10n`); where it is missing,
 * a copy stands in whose own words stay English, and which is the same to an extension.
 * @param executable the Chromium that is there
 * @param language BCP 47, without a country
 */
export function chromiumIn(executable: string, language: string): SpeakingChromium {
  const env = { LANGUAGE: language };
  const real = existsSync(join(dirname(executable), 'locales')) ? executable : DEBIAN;
  const locales = join(dirname(real), 'locales');
  if (process.platform !== 'linux' || existsSync(join(locales, `${language}.pak`)))
    return { executable, env, remove: () => undefined };
  const copy = mkdtempSync(join(tmpdir(), 'payment-sync-chromium-'));
  for (const name of readdirSync(dirname(real))) {
    if (name !== 'locales' && name !== basename(real))
      symlinkSync(join(dirname(real), name), join(copy, name));
  }
  // The program looks for the rest beside itself, so a link that leads elsewhere would not do.
  const program = join(copy, basename(real));
  try {
    linkSync(real, program);
  } catch {
    copyFileSync(real, program, constants.COPYFILE_FICLONE);
  }
  mkdirSync(join(copy, 'locales'));
  for (const name of readdirSync(locales)) symlinkSync(join(locales, name), join(copy, 'locales', name));
  symlinkSync(join(locales, 'en-US.pak'), join(copy, 'locales', `${language}.pak`));
  return { executable: program, env, remove: () => rmSync(copy, { recursive: true, force: true }) };
}
