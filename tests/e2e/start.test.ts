import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runHeadless } from '../../scripts/run-headless';
import { json } from './support/answers';
import { openDemo, type Demo } from './support/demo';

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

describe('A value that is wrong', () => {
  let demo: Demo;
  afterAll(() => demo.close());

  it('is named, and makes the start fail', async () => {
    demo = await openDemo();
    demo.answerInstead(({ method, url }) =>
      method === 'POST' && url.includes('/payments') && url.includes(`/invoices/${idOf('12345')}/`)
        ? json(400, { code: 'InvalidObject', message: 'No' })
        : undefined,
    );
    const table = vi.spyOn(console, 'table').mockImplementation(() => undefined);
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const right = await runHeadless(demo.page, demo.world, demo.now, 'poweroffice-go');
    const said = log.mock.calls.flat().join('\n');
    table.mockRestore();
    log.mockRestore();
    expect(right).toBe(false);
    expect(said).toMatch(/Invoice 12345 should hold 1250\.00 on/);
    expect(said).toContain('WRONG: 1 of ');
  });

  const idOf = (number: string) =>
    demo.world.manage.invoices.find(({ invoiceNumber }) => invoiceNumber === number)?.id;
});
