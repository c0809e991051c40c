import { areNamed, isRow, withId, type Row } from './overlay';

/** The places of everything that is managed, such as `manage.site` or `connections.<id>.name`. */
export function placesOf(managed: Row, within = ''): readonly string[] {
  return Object.entries(managed).flatMap(([name, value]) => {
    const place = within + name;
    if (isRow(value)) return placesOf(value, `${place}.`);
    if (areNamed(value)) return value.flatMap((each) => placesOf(each, `${place}.${String(each.id)}.`));
    return [place];
  });
}

/** What stands at a place; undefined where nothing does. */
export function valueAt(settings: unknown, place: string): unknown {
  return place.split('.').reduce<unknown>((within, name) => {
    if (areNamed(within)) return withId(within, name);
    return isRow(within) ? within[name] : undefined;
  }, settings);
}
