import { element, renameClasses } from './element.ts';
import type { PageOptions } from './page-options.ts';

/** Rules as a theme or another extension may bring them: they leave nothing inside a grid alone. */
const HOSTILE = `
.mm_grid * { letter-spacing: 1px !important; }
.mm_grid td *, .mm_grid td *::before {
  position: static !important;
  float: left !important;
  max-width: 40px !important;
  transform: rotate(3deg) !important;
  text-transform: uppercase !important;
  opacity: 0.5 !important;
  pointer-events: none !important;
}
.mm_grid td > div { float: none !important; max-width: none !important; transform: none !important; pointer-events: auto !important; }
.mm_grid td > div > a { float: none !important; max-width: none !important; transform: none !important; pointer-events: auto !important; }
.mm_grid td > div > :not(a), body > :not(div) {
  display: block !important;
  width: 300px !important;
  height: 60px !important;
  padding: 20px !important;
  border: 9px solid red !important;
  font: 30px serif !important;
}
`;

/** Gives the document the language, direction, size and rules that its address asks for. */
export function dress(document: Document, { locale, renamed, hostile, rtl, zoom }: PageOptions): void {
  const { documentElement: root, head } = document;
  root.lang = locale;
  root.dir = rtl ? 'rtl' : 'ltr';
  if (zoom !== 100) root.style.zoom = `${zoom}%`;
  if (hostile) head.append(element(document, 'style', { text: HOSTILE }));
  if (renamed) renameClasses(renameStable);
}

/** A build in which even the classes that were kept for years have other names. */
function renameStable(classes: string): string {
  return classes
    .split(' ')
    .map((name) =>
      /^(?:cw|mm|gwt|x)[-_]|-grid$|^(?:detailLabel|multilineClickable|navigationEntry)$/.test(name)
        ? hash(name)
        : name,
    )
    .join(' ');
}

function hash(text: string): string {
  return `n${[...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 99_991, 7)}`;
}

/** Changes something beside the grid ten times a second. */
export function startClock(beside: HTMLElement): void {
  const clock = element(beside.ownerDocument, 'div', { style: 'position:absolute;top:0;right:0;color:#fff' });
  beside.append(clock);
  setInterval(() => {
    clock.replaceChildren(element(beside.ownerDocument, 'span', { text: String(performance.now()) }));
  }, 100);
}
