import { describe, expect, it } from 'vitest';
import { filesToRepeat } from '../../../scripts/files-to-repeat';

/** What Vitest reports of files, each with its tests and how they ended. */
function report(files: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const testResults = Object.entries(files).map(([name, tests]) => ({
    name,
    status:
      Object.values(tests).every((status) => status !== 'failed') && name !== 'broken' ? 'passed' : 'failed',
    assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status })),
  }));
  return JSON.stringify({ success: false, testResults });
}

describe('Run again', () => {
  it.each([
    ['nothing where everything passed', { one: { a: 'passed' }, two: { b: 'skipped' } }, []],
    [
      'a whole file in which a test failed',
      { one: { a: 'passed', b: 'failed' }, two: { c: 'passed' } },
      [{ file: 'one', tests: ['b'] }],
    ],
    [
      'two files with three tests that failed',
      { one: { a: 'failed', b: 'failed' }, two: { c: 'failed' } },
      [
        { file: 'one', tests: ['a', 'b'] },
        { file: 'two', tests: ['c'] },
      ],
    ],
    [
      'nothing where more failed than chance explains',
      { one: { a: 'failed', b: 'failed', c: 'failed', d: 'failed' } },
      [],
    ],
    ['nothing where a file could not even begin', { broken: {}, two: { c: 'failed' } }, []],
  ])('is %s', (_, files, expected) => {
    expect(filesToRepeat(report(files))).toEqual(expected);
  });

  it('tells where what it is given is no report', () => {
    expect(() => filesToRepeat('{}')).toThrow(/testResults/);
  });
});
