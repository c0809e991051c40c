import { ESLint } from 'eslint';
import ts from 'typescript';

/**
 * What `tsc --noEmit` and `eslint . --max-warnings 0` find, of one program: the rules that ask for types find them
 * reckoned already, and nothing is read and understood twice.
 */
const host: ts.ParseConfigFileHost = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic(diagnostic) {
    throw new Error(told([diagnostic]));
  },
};
const config = ts.getParsedCommandLineOfConfigFile('tsconfig.json', { incremental: false }, host);
if (config === undefined) throw new Error('There is no tsconfig.json here');
const program = ts.createProgram({
  rootNames: config.fileNames,
  options: config.options,
  configFileParsingDiagnostics: ts.getConfigFileParsingDiagnostics(config),
});
const mistakes = ts.sortAndDeduplicateDiagnostics(ts.getPreEmitDiagnostics(program));
if (mistakes.length > 0) console.log(told(mistakes));

const eslint = new ESLint({
  overrideConfig: [
    {
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parserOptions: { projectService: false, programs: [program] } },
    },
  ],
});
const results = await eslint.lintFiles('.');
const formatter = await eslint.loadFormatter('stylish');
const words = await formatter.format(results);
if (words !== '') console.log(words);

const found = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
console.log(`${mistakes.length} mistakes of types, ${found} that the linter found`);
process.exitCode = mistakes.length + found > 0 ? 1 : 0;

function told(diagnostics: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnosticsWithColorAndContext(diagnostics, {
    getCurrentDirectory: () => process.cwd(),
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  });
}
