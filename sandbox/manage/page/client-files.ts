import { readFile } from 'node:fs/promises';
import typescript from 'typescript';

/**
 * The files of the web client. Scripts are TypeScript on disk and plain JavaScript, one module per file and otherwise
 * unchanged, when they reach the browser.
 */
export function createClientFiles() {
  const scripts = new Map<string, Promise<string | undefined>>();

  return {
    /** The JavaScript of `client/<name>`; undefined when there is no such file. */
    script(name: string): Promise<string | undefined> {
      const known = scripts.get(name) ?? transpile(name);
      scripts.set(name, known);
      return known;
    },
    styleSheet: (): Promise<string> => readFile(new URL('style.css', import.meta.url), 'utf8'),
  };
}

async function transpile(name: string): Promise<string | undefined> {
  const source = await readFile(new URL(`client/${name}`, import.meta.url), 'utf8').catch(() => undefined);
  if (source === undefined) return undefined;
  const { ScriptTarget, ModuleKind } = typescript;
  return typescript.transpileModule(source, {
    compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext, verbatimModuleSyntax: true },
  }).outputText;
}
