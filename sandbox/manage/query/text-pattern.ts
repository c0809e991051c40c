import { badRequest } from '../refusal';

/**
 * The expression a string of a condition stands for, without regard to case. `[[]` is a bracket. Any other `[`
 * opens a set of characters, which only `like` takes, as it takes `*` for any run of characters: a client that
 * forgets to escape is told so.
 * Source: ConnectWise Developer Guide, "Conditions".
 * @throws Refusal 400
 */
export function textPattern(text: string, operator: 'like' | 'contains' | 'whole'): RegExp {
  const wild = operator === 'like';
  const source = text.replaceAll(/\[\[\]|\[[^[\]]+\]|[^]/g, (piece) => {
    if (piece === '[[]') return '\\[';
    if (piece === '*' && wild) return '.*';
    if (!piece.startsWith('[')) return escaped(piece);
    if (!wild || piece === '[') throw badRequest(`Unescaped bracket in "${text}": write [[] for it`);
    return `[${escaped(piece.slice(1, -1))}]`;
  });
  return new RegExp(operator === 'contains' ? source : `^${source}$`, 'isu');
}

/** The characters a string of a condition stands for, where no pattern can. */
export const plainText = (text: string): string => text.replaceAll('[[]', '[');

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
