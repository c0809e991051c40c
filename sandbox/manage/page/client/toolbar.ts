import type { ClassNames } from './class-names.ts';
import { element } from './element.ts';
import { createTextButton } from './text-button.ts';
import type { Words } from './words.ts';

interface ToolbarOptions {
  readonly words: Words;
  readonly css: ClassNames;
  onSearch(): void;
  onClear(): void;
  onExport(): void;
}

const GAP = 8;
const VIEW_WIDTH = 170;

/** The action bar above a grid. Manage places its children absolutely and reckons where each begins. */
export function createToolbar(document: Document, options: ToolbarOptions): HTMLDivElement {
  const { words, css } = options;
  const { search, clear, view, noView } = words.commands;
  const combo = element(document, 'input', {
    class: `${css('combo')} cw_CwComboBox`,
    attributes: { readonly: '', value: noView, 'aria-label': view },
  });
  const parts: readonly (readonly [HTMLElement, number])[] = [
    button(search, 'cw-toolbar-search', options.onSearch),
    button(clear, 'cw-toolbar-clear', options.onClear),
    [
      element(
        document,
        'div',
        { class: `${css('view')} cw-toolbar-view-dropdown` },
        element(document, 'span', { class: css('view-label'), text: `${view}:` }),
        combo,
      ),
      VIEW_WIDTH + view.length * 7,
    ],
    button(words.commands.export, 'cw-toolbar-export', options.onExport),
  ];
  let left = 12;
  for (const [part, width] of parts) {
    part.style.cssText = `position:absolute;left:${left}px;top:6px;width:${width}px;margin:0`;
    left += width + GAP;
  }
  return element(document, 'div', { class: css('toolbar') }, ...parts.map(([part]) => part));

  function button(text: string, stableClass: string, onPress: () => void): readonly [HTMLElement, number] {
    return [createTextButton(document, css, { text, stableClass, onPress }), 34 + text.length * 7];
  }
}
