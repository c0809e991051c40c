import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/** What the product's code asks of the message catalogue, as the compiler sees it. */
export interface UsedWords {
  /** Every key that `i18n.t` can be called with: a name that is put together counts as all it can become. */
  readonly keys: ReadonlySet<string>;
  /** Calls whose key the compiler cannot tell, as file and expression. */
  readonly untold: readonly string[];
  /** Every text in the code, by the files it stands in. */
  readonly texts: ReadonlyMap<string, ReadonlySet<string>>;
}

const ROOMS = ['components', 'entrypoints', 'utils'];

/** Reads the code of the product. It takes seconds: the compiler resolves the types of every key. */
export function readUsedWords(): UsedWords {
  const files = ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(room, name)),
  );
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: 'preact',
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    types: [],
    paths: { '@/*': [resolve('*')] },
  });
  const checker = program.getTypeChecker();
  const keys = new Set<string>();
  const untold: string[] = [];
  const texts = new Map<string, Set<string>>();

  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source === undefined) throw new Error(`The compiler does not know ${file}`);
    const look = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) texts.set(node.text, (texts.get(node.text) ?? new Set()).add(file));
      if (ts.isCallExpression(node) && node.expression.getText() === 'i18n.t') {
        const told = node.arguments[0] && textsOf(node.arguments[0], checker);
        if (told) told.forEach((key) => keys.add(key));
        else untold.push(`${file}: ${node.getText()}`);
      }
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return { keys, untold, texts };
}

/** All texts an expression can become; null if there is no end to them. */
function textsOf(expression: ts.Expression, checker: ts.TypeChecker): readonly string[] | null {
  if (!ts.isTemplateExpression(expression)) return textsOfType(checker.getTypeAtLocation(expression));
  let texts: readonly string[] = [expression.head.text];
  for (const { expression: part, literal } of expression.templateSpans) {
    const parts = textsOf(part, checker);
    if (parts === null) return null;
    texts = texts.flatMap((text) => parts.map((each) => text + each + literal.text));
  }
  return texts;
}

function textsOfType(type: ts.Type): readonly string[] | null {
  if (type.isStringLiteral()) return [type.value];
  if (!type.isUnion()) return null;
  const texts = type.types.map(textsOfType);
  return texts.includes(null) ? null : texts.flatMap((each) => each ?? []);
}
