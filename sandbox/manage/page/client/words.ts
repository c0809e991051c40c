import type { ColumnId, ScreenName } from './screens.ts';

export const LOCALES = ['en', 'nl', 'de', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

type Module = 'companies' | 'sales' | 'service' | 'projects' | 'finance' | 'procurement' | 'time' | 'system';
type Command = 'search' | 'clear' | 'view' | 'noView' | 'export' | 'previous' | 'next' | 'perPage' | 'of';

/** The words of the web client in one language. */
export interface Words {
  readonly modules: Readonly<Record<Module, string>>;
  readonly screens: Readonly<Record<ScreenName, string>>;
  readonly columns: Readonly<Record<ColumnId, string>>;
  readonly commands: Readonly<Record<Command, string>>;
}

const en: Words = {
  modules: {
    companies: 'Companies',
    sales: 'Sales',
    service: 'Service Desk',
    projects: 'Project',
    finance: 'Finance',
    procurement: 'Procurement',
    time: 'Time & Expense',
    system: 'System',
  },
  screens: {
    InvoiceSearch: 'Invoice Search',
    CompanyFinance: 'Company Finance',
    ServiceBoard: 'Service Board List',
    CompanySearch: 'Company Search',
    InvoiceDetails: 'Invoice',
  },
  columns: {
    number: 'Invoice Number',
    type: 'Type',
    company: 'Company',
    date: 'Invoice Date',
    dueDate: 'Due Date',
    amount: 'Amount',
    status: 'Status',
    reference: 'Reference',
    paidAmount: 'Paid Amount',
    datePaid: 'Date Paid',
    ticket: 'Ticket #',
    priority: 'Priority',
    summary: 'Summary Description',
    resource: 'Resources',
    identifier: 'Company ID',
    account: 'Account Number',
  },
  commands: {
    search: 'Search',
    clear: 'Clear',
    view: 'View',
    noView: '(No View)',
    export: 'Export',
    previous: 'Previous Page',
    next: 'Next Page',
    perPage: 'Rows per page',
    of: 'of',
  },
};

const nl: Words = {
  modules: {
    companies: 'Bedrijven',
    sales: 'Verkoop',
    service: 'Servicedesk',
    projects: 'Project',
    finance: 'Financiën',
    procurement: 'Inkoop',
    time: 'Tijd en onkosten',
    system: 'Systeem',
  },
  screens: {
    InvoiceSearch: 'Facturen zoeken',
    CompanyFinance: 'Bedrijfsfinanciën',
    ServiceBoard: 'Lijst van serviceborden',
    CompanySearch: 'Bedrijven zoeken',
    InvoiceDetails: 'Factuur',
  },
  columns: {
    number: 'Factuurnummer',
    type: 'Type',
    company: 'Bedrijf',
    date: 'Factuurdatum',
    dueDate: 'Vervaldatum',
    amount: 'Bedrag',
    status: 'Status',
    reference: 'Referentie',
    paidAmount: 'Betaald bedrag',
    datePaid: 'Betaaldatum',
    ticket: 'Ticketnr.',
    priority: 'Prioriteit',
    summary: 'Samenvatting',
    resource: 'Medewerkers',
    identifier: 'Bedrijfs-ID',
    account: 'Rekeningnummer',
  },
  commands: {
    search: 'Zoeken',
    clear: 'Wissen',
    view: 'Weergave',
    noView: '(Geen weergave)',
    export: 'Exporteren',
    previous: 'Vorige pagina',
    next: 'Volgende pagina',
    perPage: 'Rijen per pagina',
    of: 'van',
  },
};

const de: Words = {
  modules: {
    companies: 'Firmen',
    sales: 'Vertrieb',
    service: 'Servicedesk',
    projects: 'Projekt',
    finance: 'Finanzen',
    procurement: 'Beschaffung',
    time: 'Zeit und Spesen',
    system: 'System',
  },
  screens: {
    InvoiceSearch: 'Rechnungssuche',
    CompanyFinance: 'Firmenfinanzen',
    ServiceBoard: 'Serviceboard-Liste',
    CompanySearch: 'Firmensuche',
    InvoiceDetails: 'Rechnung',
  },
  columns: {
    number: 'Rechnungsnummer',
    type: 'Typ',
    company: 'Firma',
    date: 'Rechnungsdatum',
    dueDate: 'Fälligkeitsdatum',
    amount: 'Betrag',
    status: 'Status',
    reference: 'Referenz',
    paidAmount: 'Bezahlter Betrag',
    datePaid: 'Bezahlt am',
    ticket: 'Ticket-Nr.',
    priority: 'Priorität',
    summary: 'Zusammenfassung',
    resource: 'Ressourcen',
    identifier: 'Firmen-ID',
    account: 'Kontonummer',
  },
  commands: {
    search: 'Suchen',
    clear: 'Leeren',
    view: 'Ansicht',
    noView: '(Keine Ansicht)',
    export: 'Exportieren',
    previous: 'Vorherige Seite',
    next: 'Nächste Seite',
    perPage: 'Zeilen pro Seite',
    of: 'von',
  },
};

const fr: Words = {
  modules: {
    companies: 'Entreprises',
    sales: 'Ventes',
    service: 'Assistance',
    projects: 'Projet',
    finance: 'Finances',
    procurement: 'Achats',
    time: 'Temps et frais',
    system: 'Système',
  },
  screens: {
    InvoiceSearch: 'Recherche de factures',
    CompanyFinance: "Finances de l'entreprise",
    ServiceBoard: 'Liste des tableaux de service',
    CompanySearch: "Recherche d'entreprises",
    InvoiceDetails: 'Facture',
  },
  columns: {
    number: 'Numéro de facture',
    type: 'Type',
    company: 'Entreprise',
    date: 'Date de facture',
    dueDate: "Date d'échéance",
    amount: 'Montant',
    status: 'Statut',
    reference: 'Référence',
    paidAmount: 'Montant payé',
    datePaid: 'Date de paiement',
    ticket: 'Nº de ticket',
    priority: 'Priorité',
    summary: 'Résumé',
    resource: 'Ressources',
    identifier: "ID de l'entreprise",
    account: 'Numéro de compte',
  },
  commands: {
    search: 'Rechercher',
    clear: 'Effacer',
    view: 'Vue',
    noView: '(Aucune vue)',
    export: 'Exporter',
    previous: 'Page précédente',
    next: 'Page suivante',
    perPage: 'Lignes par page',
    of: 'sur',
  },
};

export const WORDS: Readonly<Record<Locale, Words>> = { en, nl, de, fr };
