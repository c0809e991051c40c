/** The part of addons-linter that is used here; it brings no types of its own. */
declare module 'addons-linter' {
  interface Finding {
    readonly code: string;
    readonly file?: string;
    readonly line?: number;
    readonly message: string;
  }
  interface Findings {
    readonly errors: readonly Finding[];
    readonly warnings: readonly Finding[];
    readonly notices: readonly Finding[];
  }
  const linter: {
    createInstance(options: { readonly config: object; readonly runAsBinary: boolean }): {
      run(): Promise<Findings>;
    };
  };
  export type { Finding };
  export default linter;
}
