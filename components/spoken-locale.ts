import { i18n } from '#i18n';

/**
 * The locale for what `Intl` puts into words, such as “5 minutes” or “a and b”: the reader's, as long as it speaks the
 * language of the catalogue the words around it come from. Figures need none of this.
 * @param locale BCP 47; the browser's own when left out
 */
export function spokenLocale(locale = navigator.language): string {
  const language = i18n.t('extension.language');
  return new Intl.Locale(locale).language === language ? locale : language;
}
