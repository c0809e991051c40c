/** Why something could not be made out on the page. */
export type Obstacle =
  | 'otherScreen'
  | 'noGrid'
  | 'noHeader'
  | 'noNumberColumn'
  | 'severalNumberColumns'
  | 'columnsAstray'
  | 'contradicted'
  | 'tooFewRows'
  | 'notAsked'
  | 'noCandidate'
  | 'numbersUnknown'
  | 'otherCompanies'
  | 'notShown'
  | 'shownColumnGone';

/** What was looked for on the page, or what stood in the way. Nothing is ever guessed. */
export type Sighting<T> =
  | { readonly found: T; readonly obstacle: null }
  | {
      readonly found: null;
      readonly obstacle: Obstacle;
      /** What was there instead. */
      readonly seen: readonly string[];
    };

export function sighted<T>(found: T): Sighting<T> {
  return { found, obstacle: null };
}

export function hidden(obstacle: Obstacle, seen: readonly string[] = []): Sighting<never> {
  return { found: null, obstacle, seen };
}
