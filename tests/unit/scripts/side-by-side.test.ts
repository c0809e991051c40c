import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sideBySide, type Job } from '../../../scripts/side-by-side';

/** Runs jobs that end when they are told to, and notes what begins and ends. */
function stage(jobs: readonly Job[], most: number) {
  const log: string[] = [];
  const ending = new Map<string, (isWell: boolean) => void>();
  const ends = sideBySide(jobs, most, ({ name }) => {
    log.push(`${name} begins`);
    return new Promise((resolve) => ending.set(name, resolve));
  });
  const end = async (name: string, isWell = true): Promise<void> => {
    ending.get(name)?.(isWell);
    ending.delete(name);
    await new Promise(setImmediate);
  };
  return { log, ends, end, going: () => [...ending.keys()] };
}

describe('Jobs side by side', () => {
  it('begin in the order of the list, as many at once as may be', async () => {
    const { ends, end, going } = stage([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 2);
    expect(going()).toEqual(['a', 'b']);
    await end('b');
    expect(going()).toEqual(['a', 'c']);
    await end('a');
    await end('c');
    expect([...(await ends)]).toEqual([
      ['b', 'ok'],
      ['a', 'ok'],
      ['c', 'ok'],
    ]);
  });

  it('wait for what they build on, and let others go first meanwhile', async () => {
    const { end, going } = stage(
      [{ name: 'build' }, { name: 'test', after: ['build'] }, { name: 'lint' }],
      2,
    );
    expect(going()).toEqual(['build', 'lint']);
    await end('lint');
    expect(going()).toEqual(['build']);
    await end('build');
    expect(going()).toEqual(['test']);
  });

  it('take the places they need, and are alone where they need more than there are', async () => {
    const { end, going } = stage([{ name: 'a' }, { name: 'wide', places: 4 }, { name: 'b' }], 2);
    expect(going()).toEqual(['a', 'b']);
    await end('a');
    expect(going()).toEqual(['b']);
    await end('b');
    expect(going()).toEqual(['wide']);
  });

  it('are not run where what they build on went badly; the others are', async () => {
    const { log, ends, end } = stage(
      [
        { name: 'build' },
        { name: 'test', after: ['build'] },
        { name: 'pack', after: ['test'] },
        { name: 'lint' },
      ],
      1,
    );
    await end('build', false);
    await end('lint', false);
    expect(Object.fromEntries(await ends)).toEqual({
      build: 'failed',
      test: 'not run',
      pack: 'not run',
      lint: 'failed',
    });
    expect(log).toEqual(['build begins', 'lint begins']);
  });

  it('refuse a list in which one comes after another that does not stand before it', async () => {
    await expect(stage([{ name: 'a', after: ['b'] }, { name: 'b' }], 2).ends).rejects.toThrow(
      '“b” must stand before “a”',
    );
  });

  it('all come to an end, whatever builds on what and however each goes', async () => {
    const list = fc.array(fc.record({ needs: fc.array(fc.nat(20)), isWell: fc.boolean() }), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(list, fc.integer({ min: 1, max: 4 }), async (drawn, most) => {
        const jobs = drawn.map(({ needs, isWell }, place) => ({
          name: String(place),
          after: needs.filter((each) => each < place).map(String),
          isWell,
        }));
        let now = 0;
        const ends = await sideBySide(jobs, most, async ({ isWell }) => {
          now += 1;
          expect(now).toBeLessThanOrEqual(most);
          await Promise.resolve();
          now -= 1;
          return isWell;
        });
        expect(ends.size).toBe(jobs.length);
        for (const { name, after, isWell } of jobs) {
          const isRun = after.every((each) => ends.get(each) === 'ok');
          expect(ends.get(name)).toBe(isRun ? (isWell ? 'ok' : 'failed') : 'not run');
        }
      }),
    );
  });
});
