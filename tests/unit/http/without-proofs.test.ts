import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '@/utils/http/http-client';
import { withoutProofs } from '@/utils/http/without-proofs';

const request: HttpRequest = {
  url: 'https://erp.example.com/',
  headers: {
    Accept: 'application/json',
    Authorization: `Basic ${btoa('anna:hunter22')}`,
    'Ocp-Apim-Subscription-Key': 'subscription-key-of-us',
  },
};
const told = (text: string, status = 400, from = request): string =>
  withoutProofs({ status, text, headers: new Headers(), tookMs: 0 }, from).text;

describe('an error loses what its request proved its sender with', () => {
  it.each<[string, string]>([
    [`no ${btoa('anna:hunter22')}`, 'no •••'],
    ['wrong password hunter22 for anna', 'wrong password ••• for anna'],
    ['anna:hunter22', '•••'],
    ['key subscription-key-of-us', 'key •••'],
    ['application/json expected', 'application/json expected'],
  ])('%s', (text, left) => {
    expect(told(text)).toBe(left);
  });

  it('of a form too, as sent and as meant', () => {
    const form: HttpRequest = {
      url: 'https://login.example.com/token',
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: 'grant_type=refresh_token&refresh_token=very%2Flong%2Frefresh%2Ftoken',
    };
    expect(told('bad very/long/refresh/token', 400, form)).toBe('bad •••');
    expect(told('bad very%2Flong%2Frefresh%2Ftoken, refresh_token', 400, form)).toBe(
      'bad •••, refresh_token',
    );
  });

  it('in its headers', () => {
    const headers = new Headers({ 'x-request-id': 'subscription-key-of-us', date: 'today' });
    const { headers: left } = withoutProofs({ status: 500, text: '', headers, tookMs: 0 }, request);
    expect([...left]).toEqual([
      ['date', 'today'],
      ['x-request-id', '***'],
    ]);
  });
});

describe('data', () => {
  it('keeps a word that happens to be a password', () => {
    expect(told('{"customer":"hunter22"}', 200)).toBe('{"customer":"hunter22"}');
  });

  it('loses long proofs nevertheless', () => {
    expect(told('{"echo":"subscription-key-of-us"', 200)).toBe('{"echo":"•••"');
  });

  it('keeps a refresh token that is granted again', () => {
    const form = { ...request, body: 'refresh_token=the-very-same-token', headers: {} };
    expect(told('{"refresh_token":"the-very-same-token"}', 200, form)).toContain('the-very-same-token');
  });
});

it('a page in place of data is no data', () => {
  expect(told('<p>hunter22</p>', 200)).toBe('<p>•••</p>');
});
