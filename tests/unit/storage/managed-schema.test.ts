import { readFileSync } from 'node:fs';
import { z } from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { managedSchema, type ManagedSchema } from '../../../scripts/managed-schema';
import { settingsSchema } from '@/utils/storage/settings';
import { checkPolicy } from '@/utils/storage/settings-in-force';

interface Node {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

/** Places of all settings and their types, whichever alternative they stand in; `[]` is each of a list. */
function places(node: Node, at = ''): string[] {
  const within = [
    ...Object.entries(node.properties ?? {}).flatMap(([name, each]) => places(each, `${at}.${name}`)),
    ...(node.items ? places(node.items, `${at}[]`) : []),
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((each) => places(each, at)),
  ];
  return within.length > 0 ? within : node.type === 'null' ? [] : [`${at}: ${node.type}`];
}

const ofManaged = places(managedSchema());

it('every setting can be set by policy, with the type that it has', () => {
  const settings = z.toJSONSchema(settingsSchema, { io: 'input' }) as Node;
  const wanted = [...new Set(places(settings))];
  expect(wanted.length).toBeGreaterThan(40);
  expect(wanted.filter((place) => !ofManaged.includes(place))).toEqual([]);
  expect(ofManaged.filter((place) => !wanted.includes(place))).toEqual(['.allowOwnConnections: boolean']);
});

it('no key and no other secret can be', () => {
  expect(
    ofManaged.filter((place) =>
      /secret|private|password|webServiceKey|clientKey|applicationKey/i.test(place),
    ),
  ).toEqual(['.keepSecrets: string']);
});

it('holds nothing but what Chrome reads', () => {
  const check = (schema: ManagedSchema): void => {
    expect(['type', 'description', 'properties', 'items']).toEqual(
      expect.arrayContaining(Object.keys(schema)),
    );
    expect(['object', 'array', 'string', 'integer', 'boolean', 'number']).toContain(schema.type);
    expect('properties' in schema).toBe(schema.type === 'object');
    expect('items' in schema).toBe(schema.type === 'array');
    Object.values(schema.properties ?? {}).forEach(check);
    if (schema.items) check(schema.items);
  };
  check(managedSchema());
});

it('says of every setting of its own what it means and what may be chosen', () => {
  const { properties = {} } = managedSchema().properties?.connections?.items ?? {};
  expect(properties.system?.description).toBe('One of: poweroffice-go, business-central, dynamics-nav.');
  expect(properties.matching?.properties?.field?.description).toContain('matching-reference');
  expect(properties.company?.description).toMatch(/business-central: .*; dynamics-nav: /);
});

describe('The example of the roll-out guide', () => {
  const blocks = [...readFileSync('docs/roll-out.md', 'utf8').matchAll(/```json\n([^]*?)```/g)].map(
    ([, text = '']) => JSON.parse(text) as Record<string, Record<string, Record<string, unknown>>>,
  );
  const [chrome, firefox] = blocks;

  it.each([
    ['Chrome', chrome?.['3rdparty']?.extensions?.apidkfggajjceaklgfnbopbddkeealop],
    [
      'Firefox',
      (firefox?.policies?.['3rdparty']?.Extensions as Record<string, unknown>)?.[
        'payment-sync@connectwise-manage.extension'
      ],
    ],
  ])('is a valid policy for %s and sets something everywhere', (_, policy) => {
    expect(Object.keys(policy as object).sort()).toEqual(
      ['allowOwnConnections', ...Object.keys(settingsSchema.shape)].sort(),
    );
    expect(checkPolicy(policy as Record<string, unknown>)).toBeTruthy();
  });
});
