interface ElementOptions {
  readonly class?: string;
  readonly style?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

let rename = (classes: string): string => classes;

/** From now on elements get other classes than they are made with. */
export function renameClasses(to: (classes: string) => string): void {
  rename = to;
}

/** The classes that an element gets for these. */
export function classesFor(classes: string): string {
  return rename(classes);
}

/** An element of the given document with its children. Text is only ever set as text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  options: ElementOptions = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (options.class !== undefined) made.className = rename(options.class);
  if (options.style !== undefined) made.style.cssText = options.style;
  if (options.text !== undefined) made.textContent = options.text;
  for (const [name, value] of Object.entries(options.attributes ?? {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
