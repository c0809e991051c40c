/** A vendor's name as it is compared. */
interface FoldedName {
  /** Without case, accents, punctuation, blanks and words that only join; '' where nothing else is there. */
  readonly name: string;
  /** The forms of the company that stand before or behind it, each spelled one way. */
  readonly forms: ReadonlySet<string>;
}

/** Forms of companies, and how each is spelled here. */
const FORMS: ReadonlyMap<string, string> = new Map(
  (
    'as asa da ans sa ba nuf enk ab hb kb aps ivs ks ps oy oyj ltd limited=ltd plc llp llc inc incorporated=inc ' +
    'corp corporation=corp co company=co gmbh ag kg ohg ug se bv nv sarl sas srl spa sl ou uab sia'
  )
    .split(' ')
    .map((each) => each.split('='))
    .map(([written = '', spelled = written]) => [written, spelled]),
);

const JOINING: ReadonlySet<string> = new Set(['and', 'og', 'och', 'und']);

/**
 * Whether two names are one vendor's: equal but for case, accents, punctuation, blanks and the form of the company,
 * which one side or the other leaves out. Two forms that contradict each other are two companies, as a firm's in
 * Norway (AS) and in Sweden (AB).
 */
export function sameVendorName(a: string, b: string): boolean {
  const [left, right] = [foldVendorName(a), foldVendorName(b)];
  if (left.name === '' || left.name !== right.name) return false;
  return isWithin(left.forms, right.forms) || isWithin(right.forms, left.forms);
}

function foldVendorName(name: string): FoldedName {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // `A/S`, `S.A.` and `B.V.` are one word each.
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}[./])+\p{L}?(?![\p{L}\p{N}])/gu, (word) => word.replace(/[./]/g, ''))
    .replace(/['’`´]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !JOINING.has(word));
  const isForm = (word: string): boolean => FORMS.has(word);
  const end = words.findLastIndex((word) => !isForm(word)) + 1;
  const start = words.slice(0, end).findIndex((word) => !isForm(word));
  const around = [...words.slice(0, Math.max(start, 0)), ...words.slice(end)];
  return {
    name: words.slice(Math.max(start, 0), end).join(''),
    forms: new Set(around.flatMap((word) => FORMS.get(word) ?? [])),
  };
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((each) => all.has(each));
}
