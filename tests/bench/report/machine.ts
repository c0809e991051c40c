import { spawnSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import versions from '../../../package.json' with { type: 'json' };
import { ensureChromium } from '../../../scripts/ensure-chromium';

/** What the figures were measured on and with: name and value. */
export function machine(now: Date): readonly (readonly [string, string])[] {
  const [cpu] = cpus();
  return [
    ['date', now.toISOString().slice(0, 10)],
    ['processor', `${cpu?.model.trim() ?? 'unknown'}, ${cpus().length} cores`],
    ['memory', `${(totalmem() / 1024 ** 3).toFixed(0)} GiB`],
    ['system', `${type()} ${release()}`],
    ['Node', process.version],
    ['product', versions.version],
    ['usual client', `connectwise-rest ${versions.devDependencies['connectwise-rest']}`],
    ['browser', spawnSync(ensureChromium(), ['--version'], { encoding: 'utf8' }).stdout.trim()],
  ];
}
