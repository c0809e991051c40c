import { expect, it } from 'vitest';
import { parseJson } from '@/utils/http/json';
import { Problem } from '@/utils/payments/problem';
import { textIn } from '@/utils/payments/reason';

function startTold(text: string): string | undefined {
  try {
    parseJson(text, 'api.example');
  } catch (error) {
    return error instanceof Problem ? textIn(error.reason, 'start') : undefined;
  }
  throw new Error('that was JSON');
}

it.each([
  ['  <!DOCTYPE html>\n<title>Sign in</title>', '<!DOCTYPE html> <title>Sign in</title>'],
  ['Bad gateway', 'Bad gateway'],
  ['', ''],
])('tells how %j begins, so that a page is recognised', (text, start) => {
  expect(startTold(text)).toBe(start);
});

it.each(['{"access_token":"secret-1', ' [{"amount":12', '"secret'])(
  'tells nothing of data that breaks off: %s',
  (text) => {
    expect(startTold(text)).toMatch(/^[[{"]…$/);
  },
);
