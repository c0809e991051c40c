/** A page of either browser's driver, as far as functions can be run in it. */
export interface ScriptedPage {
  evaluate(expression: string): Promise<unknown>;
  evaluate<R>(run: () => R | Promise<R>): Promise<R>;
  evaluate<R, A>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
}
