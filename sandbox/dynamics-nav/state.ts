import type { Row } from '../odata/shape';

/** Pages that can be published as web services. */
export type PageNo = 25 | 29 | 132 | 143 | 146 | 573 | 574;

/** What a NAV server stores, and what of it is the administrator's choice. */
export interface DynamicsNavState {
  /** Its name counts by the letter, upper and lower case. */
  company: string;
  /** Each page's rows in the order of its key. Tests may add what the story has not. */
  readonly pages: Record<PageNo, Row[]>;
  /** The names the pages are published under. Tests rename, take away or point one to another page. */
  readonly services: Map<string, PageNo>;
  readonly knobs: DynamicsNavKnobs;
  /** Requests that made the server add up an amount for every row to filter or order by it. */
  readonly traffic: { slow: number };
}

/** Tests turn these while the sandbox runs. */
interface DynamicsNavKnobs {
  /** A server takes one kind: users and keys of its own, or those of Windows alone. */
  credentialType: 'NavUserPassword' | 'Windows';
  /** Off on older servers, and wherever nobody switched it on. */
  odataV4: boolean;
  /** Pages that the user may not read. */
  readonly forbidden: Set<PageNo>;
  /** Rows in one answer; the server takes no wish. */
  maxPageSize: number;
  /** Bytes of the largest answer. */
  maxMessageSize: number;
}
