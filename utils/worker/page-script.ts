import { isCloudSite } from '@/utils/manage/cloud-sites';
import type { Settings } from '@/utils/storage/settings';
import { patternOf } from '@/utils/services/require-access';

/** The content script of Invoice Search on sites the manifest does not name, as the browser keeps it. */
export interface PageScripts {
  /** For which match patterns it is registered. */
  matches(): Promise<readonly string[]>;
  /** Registers it for these patterns and no others, for this session of the browser and those to come. */
  set(matches: readonly string[]): Promise<void>;
  /** Puts it into tabs of these patterns that are open and do not have it yet. */
  intoOpenTabs(matches: readonly string[]): Promise<void>;
}

/**
 * Has the panel and the badges appear on a Manage of the firm's own, which the manifest cannot know, for as long as it
 * is the one that is connected. To be called whenever settings or permissions may have changed, and after an update
 * of the extension, which forgets what was registered.
 */
export async function keepPageScript(
  scripts: PageScripts,
  { manage }: Pick<Settings, 'manage'>,
  mayReach: (patterns: readonly string[]) => Promise<boolean>,
): Promise<void> {
  const wanted = manage === null || isCloudSite(manage.site) ? [] : [patternOf(manage.site)];
  const registered = await scripts.matches();
  if (registered.join() !== wanted.join()) await scripts.set(wanted);
  if (wanted.length > 0 && (await mayReach(wanted))) await scripts.intoOpenTabs(wanted);
}
