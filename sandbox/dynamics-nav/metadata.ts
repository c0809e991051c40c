import type { ColumnType } from '../odata/shape';
import { shapeOf } from './shapes';
import type { PageNo } from './state';

const EDM: Readonly<Record<ColumnType, string>> = {
  text: 'Edm.String',
  option: 'Edm.String',
  guid: 'Edm.Guid',
  date: 'Edm.Date',
  instant: 'Edm.DateTimeOffset',
  decimal: 'Edm.Decimal',
  integer: 'Edm.Int32',
  boolean: 'Edm.Boolean',
};

/** `$metadata`: every published page with its columns. */
export function metadataOf(services: ReadonlyMap<string, PageNo>): string {
  const types = [...services].map(([service, page]) => {
    const { key, columns } = shapeOf(page, service);
    const properties = Object.entries(columns).map(
      ([name, type]) =>
        `<Property Name="${name}" Type="${EDM[type]}" Nullable="${key.includes(name) ? 'false' : 'true'}" />`,
    );
    const keys = key.map((name) => `<PropertyRef Name="${name}" />`).join('');
    return `<EntityType Name="${service}"><Key>${keys}</Key>${properties.join('')}</EntityType>`;
  });
  const sets = [...services.keys()].map((name) => `<EntitySet Name="${name}" EntityType="NAV.${name}" />`);
  return `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="NAV" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Company"><Key><PropertyRef Name="Name" /></Key><Property Name="Name" Type="Edm.String" Nullable="false" /></EntityType>
${types.join('\n')}
<EntityContainer Name="NAV"><EntitySet Name="Company" EntityType="NAV.Company" />${sets.join('')}</EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;
}
