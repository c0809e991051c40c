/** The memory of a browser session: content scripts cannot read it, and it ends with the browser. */
export interface SessionStore {
  get(key: string): Promise<unknown>;
  /** Stores all of these or none. */
  set(items: Readonly<Record<string, string>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  keys(): Promise<readonly string[]>;
}
