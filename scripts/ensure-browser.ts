import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface BrowserWanted {
  readonly name: string;
  /** The environment variable that may name its program file. */
  readonly variable: string;
  /** Where its program file may be. */
  readonly places: readonly string[];
  readonly debianPackage: string;
  /** The command that installs it elsewhere, where there is one. */
  readonly otherwise?: readonly [command: string, ...args: string[]];
  /** What to do where it cannot be had. */
  readonly advice: string;
}

/**
 * The program file of a browser: as the environment names it, or an installed one; where there is none, one is installed.
 * @throws Error with advice where none can be had
 */
export function ensureBrowser(wanted: BrowserWanted): string {
  const { variable } = wanted;
  const named = process.env[variable];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`${variable} names no file: ${named}`);
  }
  return find(wanted) ?? install(wanted);
}

function find({ places }: BrowserWanted): string | undefined {
  return places.find((path) => existsSync(path));
}

function install(wanted: BrowserWanted): string {
  const { name, debianPackage, otherwise, advice } = wanted;
  const run = (command: string, ...args: string[]): void =>
    void execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const say = (): void => console.log(`No ${name} found; installing one (once) …`);
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say();
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', debianPackage);
  } else if (otherwise !== undefined) {
    say();
    run(...otherwise);
  }
  const found = find(wanted);
  if (found === undefined) throw new Error(advice);
  return found;
}
