import { BADGE_TAG } from '@/utils/invoice-search/badge';

/** How the name of every element of ours begins. */
const OURS = 'payment-sync-';

/**
 * Takes off the page what a former copy of this script put there. Firefox ends that copy without a word when the
 * extension is updated or switched off, which leaves its panel with buttons that do nothing, and puts the new one in its
 * place (`ContentScriptContextChild.unload` in `toolkit/components/extensions/ExtensionContent.sys.mjs`). To be called
 * before anything is drawn.
 */
export function removeLeftBehind({ body }: Document): void {
  const own = [...body.children].filter(({ localName }) => localName.startsWith(OURS));
  for (const element of [...own, ...body.getElementsByTagName(BADGE_TAG)]) element.remove();
}
