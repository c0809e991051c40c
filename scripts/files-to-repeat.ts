import { z } from 'zod';

/** What Vitest's JSON reporter writes, as far as it is needed: https://vitest.dev/guide/reporters.html#json-reporter */
const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** More than this is no hiccup of the machine. */
const MOST_TESTS = 3;

/** A file of tests that failed, and which of them did. */
export interface FailedFile {
  readonly file: string;
  readonly tests: readonly string[];
}

/**
 * The files of a run that are worth a second one: those in which tests failed, where few did.
 * @param report what Vitest wrote of the run, as JSON
 * @returns none where everything passed, and where so much failed that chance cannot be why
 * @throws ZodError or SyntaxError where it is no such report
 */
export function filesToRepeat(report: string): FailedFile[] {
  const failed = Report.parse(JSON.parse(report))
    .testResults.filter(({ status }) => status === 'failed')
    .map(({ name, assertionResults }) => ({
      file: name,
      tests: assertionResults.flatMap((each) => (each.status === 'failed' ? each.fullName : [])),
    }));
  const isWhole = failed.every(({ tests }) => tests.length > 0);
  return isWhole && failed.flatMap(({ tests }) => tests).length <= MOST_TESTS ? failed : [];
}
