import { afterAll, describe, expect, it, vi } from 'vitest';
import { runHeadless } from '../../scripts/run-headless';
import { json } from './support/answers';
import { openDemo, type Demo } from './support/demo';

describe('A value in Manage that is wrong', () => {
  let demo: Demo;
  afterAll(() => demo.close());

  it('is named by npm start, and makes it fail', async () => {
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
