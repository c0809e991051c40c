import { expect, it } from 'vitest';
import { Problem, reasonOf } from '@/utils/payments/problem';

it('a problem says why, and keeps what caused it for whoever looks for the fault', () => {
  const cause = new Error('socket closed');
  const problem = new Problem('network', { host: 'a.example' }, { retryable: true, cause });
  expect(problem).toMatchObject({
    name: 'Problem',
    reason: { code: 'network', params: { host: 'a.example' } },
    retryable: true,
    cause,
  });
  expect('cause' in new Problem('unexpected')).toBe(false);
});

it('tells the reason of a problem, and of any other error only that it was unexpected', () => {
  expect(reasonOf(new Problem('noLastRun'))).toEqual({ code: 'noLastRun', params: {} });
  expect(reasonOf(new Error('the key is hunter2'))).toEqual({ code: 'unexpected', params: {} });
  expect(reasonOf('thrown')).toEqual({ code: 'unexpected', params: {} });
});
