import { readText } from './caption';

const ELLIPSIS = /(?:…|\.{3})$/u;
/** A name cut shorter than that says nothing. */
const LEAST = 6;

/** Whether another cell of the row than the given one names the company, in full or cut short with dots. */
export function namesCompany(row: Element, numberCell: Element, company: string): boolean {
  const name = fold(company);
  if (name === '') return false;
  return [...row.children].some((cell) => {
    if (cell === numberCell) return false;
    const text = fold(readText(cell));
    return text === name || isBeginning(text, name);
  });
}

function isBeginning(text: string, name: string): boolean {
  if (!ELLIPSIS.test(text)) return false;
  const beginning = text.replace(ELLIPSIS, '').trimEnd();
  return beginning.length >= LEAST && name.startsWith(beginning);
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().normalize().toLowerCase();
}
