import type { LivingWorld } from '../../../sandbox/world';
import type { Vendors } from '../support/vendors';
import type { ScriptedPage } from '../support/scripted-page';

/** A browser with the production build in it and Invoice Search open, whichever its driver is. */
export interface Driven extends Vendors {
  readonly world: LivingWorld;
  /** Epoch ms at which the world was made. */
  readonly now: number;
  readonly page: ScriptedPage;
  /** Opens Invoice Search, as the query of its address has it, and waits for the panel. */
  openInvoiceSearch(query?: string): Promise<void>;
  /** Clicks with the mouse the control of that name, or whose name fits, once it can be seen. */
  press(control: string | RegExp): Promise<void>;
  /** Chooses from a list by what it shows. */
  choose(list: string, option: string): Promise<void>;
  /** Clicks at a point of the window, in its own pixels. */
  clickAt(x: number, y: number): Promise<void>;
  /** Puts the focus on the control of that name, or whose name fits. */
  focus(control: string | RegExp): Promise<void>;
  /** A character, or a key by its name, such as `Enter`. */
  key(key: string): Promise<void>;
  /** What axe finds wrong with elements of that name, each with where. */
  faults(within: string): Promise<readonly string[]>;
  /** Opens Invoice Search in another tab as well. */
  openAnotherTab(): Promise<DrivenTab>;
  /** Has a new life of the extension take the place of this one, as an update of it does. */
  updateExtension(): Promise<void>;
}

/** One of several tabs. */
export interface DrivenTab extends Driven {
  close(): Promise<void>;
}
