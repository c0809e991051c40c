export type Row = Readonly<Record<string, unknown>>;

/**
 * A tree of settings with what is managed put over it, field by field. Connections are told apart by their ids; other
 * lists are replaced whole.
 */
export function overlay(own: Row, managed: Row): Row {
  const result: Record<string, unknown> = { ...own };
  for (const [name, value] of Object.entries(managed)) {
    const before = own[name];
    if (isRow(value) && isRow(before)) result[name] = overlay(before, value);
    else if (areNamed(value)) result[name] = overNamed(areNamed(before) ? before : [], value);
    else result[name] = value;
  }
  return result;
}

/** The reverse: of what is managed, only what the user had set before is left. */
export function withoutManaged(settings: Row, managed: Row, before: Row): Row {
  const own: Record<string, unknown> = { ...settings };
  for (const [name, value] of Object.entries(managed)) {
    const now = settings[name];
    const was = before[name];
    if (isRow(value) && isRow(now)) own[name] = withoutManaged(now, value, isRow(was) ? was : {});
    else if (areNamed(value) && areNamed(now)) {
      own[name] = now.map((each) => {
        const by = withId(value, each.id);
        const mine = withId(areNamed(was) ? was : [], each.id);
        if (by === undefined) return each;
        if (mine !== undefined && mine.system !== by.system) return mine;
        const { id, system } = each;
        return { ...withoutManaged(each, by, mine ?? {}), id, system };
      });
    } else if (was === undefined) delete own[name];
    else own[name] = was;
  }
  return own;
}

function overNamed(own: readonly Row[], managed: readonly Row[]): readonly Row[] {
  const over = (each: Row): Row => {
    const by = withId(managed, each.id);
    if (by === undefined) return each;
    // What another system needs makes no sense in this one.
    return by.system === each.system ? overlay(each, by) : by;
  };
  return [...own.map(over), ...managed.filter(({ id }) => withId(own, id) === undefined)];
}

export function withId(rows: readonly Row[], id: unknown): Row | undefined {
  return rows.find((each) => each.id === id);
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function areNamed(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.every((each) => isRow(each) && typeof each.id === 'string');
}
