import type { ClassNames } from './class-names.ts';
import { element } from './element.ts';

interface TextButtonOptions {
  readonly text: string;
  /** Its stable class, as `cw-toolbar-search`. */
  readonly stableClass?: string;
  readonly disabled?: boolean;
  onPress(): void;
}

/** Manage's own kind of button: nested divs, the focusable one of class `mm_button`. */
export function createTextButton(
  document: Document,
  css: ClassNames,
  { text, stableClass = '', disabled = false, onPress }: TextButtonOptions,
): HTMLDivElement {
  const label = element(document, 'div', { class: css('button-label'), text });
  const button = element(
    document,
    'div',
    {
      class: `${css('button', ...(disabled ? ['button-disabled'] : []))} mm_button`,
      attributes: disabled ? {} : { tabindex: '0' },
    },
    element(document, 'div', { class: css('button-inner') }, label),
  );
  if (!disabled) {
    button.addEventListener('click', onPress);
    button.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress();
    });
  }
  return element(
    document,
    'div',
    { class: `${css('text-button')} cw_CwTextButton ${stableClass}`.trim() },
    button,
  );
}
