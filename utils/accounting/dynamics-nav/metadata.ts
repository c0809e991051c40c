/** The columns of each published service, by the name it is published under. */
export type PublishedServices = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reads which services are published with which columns from the XML of `$metadata`. No parser of XML: a worker has
 * none, and the names of three elements are wanted.
 */
export function readMetadata(xml: string): PublishedServices {
  const columnsOfType = new Map<string, ReadonlySet<string>>();
  for (const [, attributes = '', body = ''] of xml.matchAll(
    /<EntityType\s([^>]*)>([\s\S]*?)<\/EntityType>/g,
  )) {
    const properties = [...body.matchAll(/<Property\s([^>]*)>/g)].map(([, each = '']) =>
      attribute(each, 'Name'),
    );
    columnsOfType.set(attribute(attributes, 'Name'), new Set(properties));
  }
  const services = new Map<string, ReadonlySet<string>>();
  for (const [, attributes = ''] of xml.matchAll(/<EntitySet\s([^>]*)>/g)) {
    const type = attribute(attributes, 'EntityType').replace(/^.*\./, '');
    services.set(attribute(attributes, 'Name'), columnsOfType.get(type) ?? new Set());
  }
  return services;
}

function attribute(attributes: string, name: string): string {
  return (
    new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).find(Boolean) ?? ''
  );
}
