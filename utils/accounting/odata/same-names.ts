/** The columns of a row whose names at the server are ours. */
export function sameNames<Shape extends object>(
  shape: Shape,
): { readonly [Name in keyof Shape & string]: string } {
  return Object.fromEntries(Object.keys(shape).map((name) => [name, name])) as {
    readonly [Name in keyof Shape & string]: string;
  };
}
