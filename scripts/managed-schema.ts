import { z } from 'zod/mini';
import { policySchema } from '../utils/storage/policy-schema';
import { describeSettings, systemOf, type Schema } from './describe-settings';

/** Where the manifest says that it is. */
export const MANAGED_SCHEMA_FILE = 'managed-schema.json';

/** What Chrome reads of a schema. */
export interface ManagedSchema {
  readonly type: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, ManagedSchema>>;
  readonly items?: ManagedSchema;
}

/**
 * The schema by which Chrome and Edge read a policy, from the one that the product checks it with, in the dialect they
 * know (https://www.chromium.org/administrators/configuring-policy-for-extensions): no alternatives, so that a
 * connection may have whatever any system needs. Of values only the types are told. What a browser finds wrong it
 * leaves out without a word, a whole top-level setting at a time; what the product finds wrong it names.
 */
export function managedSchema(): ManagedSchema {
  const schema = z.toJSONSchema(policySchema, { io: 'input' }) as Schema;
  describeSettings(schema);
  return inDialect(schema);
}

function inDialect(schema: Schema): ManagedSchema {
  const { type = 'object', description, properties, items, oneOf } = schema;
  if (oneOf !== undefined) return inDialect(united(oneOf, oneOf.map(systemOf)));
  const choices = choicesOf(schema);
  const told = [description, choices.length > 0 && `One of: ${choices.join(', ')}.`].filter(Boolean);
  return {
    type,
    ...(told.length > 0 && { description: told.join('. ') }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, each]) => [name, inDialect(each)]),
      ),
    }),
    ...(items && { items: inDialect(items) }),
  };
}

/** One shape that has what any of several has. */
function united(shapes: readonly Schema[], systems: readonly (string | null)[]): Schema {
  const [{ type = 'string' } = {}] = shapes;
  if (shapes.some((shape) => shape.type !== undefined && shape.type !== type)) {
    throw new Error(`${systems.join(', ')}: one name, two types`);
  }
  const names = [...new Set(shapes.flatMap(({ properties = {} }) => Object.keys(properties)))];
  const unite = (name: string): Schema => {
    const having = shapes.flatMap(({ properties }, at) => {
      const each = properties?.[name];
      return each === undefined ? [] : [{ each, system: systems[at] ?? null }];
    });
    return united(
      having.map(({ each }) => each),
      having.map(({ system }) => system),
    );
  };
  const items = shapes.flatMap((shape) => shape.items ?? []);
  const told = [...new Set(shapes.map(({ description }) => description))];
  const description =
    told.length > 1
      ? shapes.map((shape, at) => `${systems[at]}: ${shape.description ?? ''}`).join('; ')
      : told[0];
  return {
    type,
    ...(description !== undefined && { description }),
    enum: [...new Set(shapes.flatMap(choicesOf))],
    ...(items.length > 0 && { items: united(items, systems) }),
    ...(names.length > 0 && { properties: Object.fromEntries(names.map((name) => [name, unite(name)])) }),
  };
}

function choicesOf(schema: Schema): readonly unknown[] {
  return 'const' in schema ? [schema.const] : (schema.enum ?? []);
}
