/** Turns a readable name of the style sheet into the compiled class name of this load. */
export type ClassNames = (...names: readonly string[]) => string;

/** Reads the names the server chose for this load. A name the style sheet does not know is a mistake here. */
export function readClassNames(document: Document): ClassNames {
  const known = JSON.parse(document.getElementById('class-names')?.textContent ?? '{}') as Record<
    string,
    string
  >;
  return (...names) =>
    names
      .map((name) => {
        const compiled = known[name];
        if (compiled === undefined) throw new Error(`The style sheet has no .host-${name}`);
        return compiled;
      })
      .join(' ');
}
