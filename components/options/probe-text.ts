import { i18n } from '#i18n';

/** What a probe of the connection check is about, as something that holds where it went well. */
export function probeText(probe: string): string {
  // Every source names its own probes, so the catalogue's types cannot know them.
  const t = i18n.t as (key: string) => string;
  return t(`check.${probe}`) || probe;
}
