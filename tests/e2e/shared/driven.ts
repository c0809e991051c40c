import type { LivingWorld } from '../../../sandbox/world';
import type { ScriptedPage } from '../support/scripted-page';

/** A browser with the production build in it and Invoice Search open, whichever its driver is. */
export interface Driven {
  readonly world: LivingWorld;
  readonly page: ScriptedPage;
  /** Opens Invoice Search, as the query of its address has it, and waits for the panel. */
  openInvoiceSearch(query?: string): Promise<void>;
  /** Clicks with the mouse the control of that name, or whose name fits, once it can be seen. */
  press(control: string | RegExp): Promise<void>;
  /** Clicks at a point of the window, in its own pixels. */
  clickAt(x: number, y: number): Promise<void>;
  /** Puts the focus on the control of that name, or whose name fits. */
  focus(control: string | RegExp): Promise<void>;
  /** A character, or a key by its name, such as `Enter`. */
  key(key: string): Promise<void>;
  /** What axe finds wrong with elements of that name, each with where. */
  faults(within: string): Promise<readonly string[]>;
}
