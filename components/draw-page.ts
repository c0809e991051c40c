import { render, type ComponentChild } from 'preact';
import { i18n } from '#i18n';

/** Draws one of the extension's own pages, titled and marked as being in the language of the words it shows. */
export function drawPage(title: string, view: ComponentChild): void {
  document.title = title;
  document.documentElement.lang = i18n.t('extension.language');
  const root = document.getElementById('root');
  if (root) render(view, root);
}
