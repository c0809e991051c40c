import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

function start(...options: string[]) {
  const command = ['--import', 'tsx', 'scripts/start.ts', ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

describe('npm start -- --headless', () => {
  it('builds, runs the sync, shows before and after, and saves a picture', () => {
    const begunAt = Date.now();
    const { status, said } = start('--headless');
    expect(said).toMatch(/'12345' +│ '–' +│ '1250\.00 on \d{4}-\d\d-\d\d' +│ 'as the books say'/);
    expect(said).toMatch(/Invoice 12345: Paid Amount NOK\s1,250\.00, Date Paid .*, paid in full/);
    expect(said).toMatch(/Manage holds what the books say: \d+ invoices changed/);
    expect(status).toBe(0);
    expect(statSync('.artifacts/invoice-search.png').mtimeMs).toBeGreaterThan(begunAt);
  });

  it('explains itself, also to who asks for something unknown', () => {
    expect(start('--help')).toMatchObject({
      status: 0,
      said: expect.stringContaining('--headless') as string,
    });
    expect(start('--heedless')).toMatchObject({
      status: 2,
      said: expect.stringContaining('--headless') as string,
    });
  });
});
