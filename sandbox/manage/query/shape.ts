/** How a property travels. A date is `yyyy-MM-ddTHH:mm:ssZ`; a map holds texts by name; a list is not looked into. */
export type Kind = 'string' | 'number' | 'boolean' | 'date' | 'list' | 'map';

/** The documented properties of an object, by name; a nested shape is a reference such as `company`. */
export interface Shape {
  readonly [property: string]: Kind | Shape;
}

/** An object as it goes over the wire. */
export type WireObject = Readonly<Record<string, unknown>>;

/** What stands at a path such as `company/name`; undefined when there is no such property. Names keep their case. */
export function kindAt(shape: Shape, path: string): Kind | Shape | undefined {
  let here: Kind | Shape | undefined = shape;
  for (const name of path.split('/')) {
    if (here === 'map') here = 'string';
    else if (typeof here === 'object' && Object.hasOwn(here, name)) here = here[name];
    else return undefined;
  }
  return here;
}

/** The value at a path; undefined where the object or something on the way is missing. */
export function valueAt(object: WireObject, path: string): unknown {
  let here: unknown = object;
  for (const name of path.split('/')) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as WireObject)[name];
  }
  return here;
}
