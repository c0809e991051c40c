import type { Supplier, Vendor } from './story';

/** Nord IT's vendors, as the books have them. Two are accounts of one firm, opened by mistake. */
export const VENDORS: readonly Vendor[] = [
  { no: 20001, name: 'Nordvik Distribusjon AS', identifier: 'NORDVIK' },
  { no: 20002, name: 'Skagerak Data ASA', identifier: 'SKAGERAK' },
  { no: 20003, name: 'Fjellheim Engros AS', identifier: '20003' },
  { no: 20004, name: 'Bølgen Nettverk AS', identifier: 'BOLGEN' },
  { no: 20005, name: 'Cloudwright Licensing Ireland Ltd', identifier: 'CLOUDWRIGHT', byAlias: true },
  { no: 20006, name: 'Lysverket Kraft AS', identifier: null },
  { no: 20007, name: 'Kontorhuset Rekvisita AS', identifier: 'KONTORHUS' },
  { no: 20008, name: 'Västkust Hårdvara AB', identifier: 'VASTKUST' },
  { no: 20009, name: 'Bayside Networks Inc.', identifier: 'BAYSIDE' },
  { no: 20010, name: 'Rheinkabel Müller GmbH', identifier: 'RHEINKABEL' },
  { no: 20011, name: 'Tind Maskinvare AS', identifier: 'TIND' },
  { no: 20012, name: 'Tind Maskinvare ASA', identifier: 'TIND' },
  { no: 20013, name: 'Halden Servere AS', identifier: null },
];

/**
 * The companies in Manage that Nord IT orders from: named as in the books, named a little otherwise, with the books'
 * number as their short name, and two that nothing tells to be a vendor of the books.
 */
export const SUPPLIERS: readonly Supplier[] = [
  { identifier: 'NORDVIK', name: 'Nordvik Distribusjon AS' },
  { identifier: 'SKAGERAK', name: 'SKAGERAK DATA' },
  { identifier: '20003', name: 'Fjellheim' },
  { identifier: 'BOLGEN', name: 'Bølgen Nettverk AS' },
  { identifier: 'CLOUDWRIGHT', name: 'Cloudwright' },
  { identifier: 'KONTORHUS', name: 'Kontorhuset  Rekvisita' },
  { identifier: 'VASTKUST', name: 'Västkust Hårdvara' },
  { identifier: 'BAYSIDE', name: 'Bayside Networks, Inc.' },
  { identifier: 'RHEINKABEL', name: 'Rheinkabel-Müller GmbH' },
  { identifier: 'TIND', name: 'Tind Maskinvare' },
  { identifier: 'HALDENSRV', name: 'Halden Server & Storage' },
  { identifier: 'OSLOPARTS', name: 'Oslo Parts AS' },
];
