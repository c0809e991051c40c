import { describe, expect, it } from 'vitest';
import { isRefusal, refusal } from '@/utils/manage/refusal';
import { textIn } from '@/utils/payments/reason';

const LOGIN_PAGE = '<!DOCTYPE html><html><title>Sign in</title></html>';

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, text, headers: new Headers(headers), tookMs: 1 };
}

const asked = { host: 'na.myconnectwise.net', signIn: 'session', isWrite: false } as const;
const { host } = asked;

describe('a refusal of Manage', () => {
  it.each([
    [
      'an invalid object, with every field it names',
      400,
      {
        code: 'InvalidObject',
        message: 'payment object is invalid',
        errors: [
          { code: 'MissingRequiredField', message: 'The type field is required.', field: 'type' },
          { code: 'OutOfRange', message: 'Amount must exceed 0', field: 'amount' },
        ],
      },
      'manageRefused',
      {
        status: '400',
        detail: 'payment object is invalid. The type field is required. Amount must exceed 0.',
      },
      false,
    ],
    [
      'an object that exists already',
      400,
      {
        code: 'InvalidObject',
        message: 'invalid',
        errors: [{ code: 'ObjectExists', message: 'A payment exists' }],
      },
      'manageConflict',
      { detail: 'invalid. A payment exists.' },
      false,
    ],
    [
      'something in use',
      409,
      { code: 'Conflict', message: 'In use.' },
      'manageConflict',
      { detail: 'In use.' },
      false,
    ],
    [
      'a record that is gone',
      404,
      { code: 'NotFound', message: 'Invoice 57919 not found' },
      'manageNotFound',
      { detail: 'Invoice 57919 not found.' },
      false,
    ],
    [
      'an unknown endpoint',
      404,
      { code: 'ConnectWiseApi', message: 'The endpoint does not exist.' },
      'manageEndpointMissing',
      { host, detail: 'The endpoint does not exist.' },
      false,
    ],
    ['an empty 404', 404, '', 'manageEndpointMissing', { host, detail: '' }, false],
    ['no sign-in', 401, { code: 'Unauthorized', message: '…' }, 'manageSignedOut', { host }, false],
    [
      'no sign-in, told with another status',
      400,
      { code: 'ConnectWiseApi', message: 'UserNotAuthenticated' },
      'manageSignedOut',
      { host },
      false,
    ],
    ['a bare 401', 401, '', 'manageSignedOut', { host }, false],
    ['the login page with status 200', 200, LOGIN_PAGE, 'manageSignedOut', { host }, false],
    ['the login page after spaces', 200, `\n  ${LOGIN_PAGE}`, 'manageSignedOut', { host }, false],
    [
      'the web host of the cloud asked with keys',
      403,
      { code: 'Security', message: 'SSL is required.', errors: null },
      'manageApiHostNeeded',
      { host },
      false,
    ],
    [
      'a role that is too low',
      403,
      { code: 'Forbidden', message: 'No access' },
      'manageForbidden',
      { host, detail: 'No access.' },
      false,
    ],
    [
      'a right that is missing, told as a matter of security',
      400,
      { code: 'Security', message: 'You do not have access' },
      'manageForbidden',
      { host, detail: 'You do not have access.' },
      false,
    ],
    ['a page with 403', 403, LOGIN_PAGE, 'manageForbidden', { host, detail: '' }, false],
    ['a page with 404', 404, LOGIN_PAGE, 'manageEndpointMissing', { host, detail: '' }, false],
    ['a body of the wrong type', 415, '', 'manageRefused', { status: '415', detail: '' }, false],
    [
      'too many requests, with the odd body',
      429,
      { error: 'ConnectWiseAPI', message: 'Too many requests. Please try again in 30 seconds.' },
      'rateLimited',
      { host },
      true,
    ],
    [
      'a fault of Manage',
      500,
      { code: 'Unknown', message: 'Time out' },
      'manageServerError',
      { host, status: '500', detail: 'Time out.' },
      true,
    ],
    [
      'a gateway page',
      503,
      '<html>Service Unavailable</html>',
      'manageNotAnswering',
      { host, status: '503' },
      true,
    ],
    ['JSON of another shape', 400, [1, 2], 'manageRefused', { status: '400', detail: '' }, false],
    ['broken JSON', 400, '{"code":', 'manageRefused', { status: '400', detail: '' }, false],
  ])('%s', (_, status, body, code, params, retryable) => {
    const given = answer(status, body);
    expect(isRefusal(given)).toBe(true);
    const problem = refusal(given, asked);
    expect(problem.reason).toEqual({ code, params });
    expect(problem.retryable).toBe(retryable);
  });

  it('of API keys speaks of the keys', () => {
    const given = answer(401, { code: 'Unauthorized', message: 'Bad keys' });
    expect(refusal(given, { ...asked, signIn: 'api-keys' }).reason).toEqual({
      code: 'manageKeysRefused',
      params: { host, detail: 'Bad keys.' },
    });
  });

  it('of a write in a session says that keys may be needed, unless the session has ended', () => {
    const given = answer(401, { code: 'Unauthorized', message: 'No' });
    expect(refusal(given, { ...asked, isWrite: true }).reason).toEqual({
      code: 'manageSessionMayNotWrite',
      params: { host, detail: 'No.' },
    });
    expect(refusal(answer(200, LOGIN_PAGE), { ...asked, isWrite: true }).reason.code).toBe('manageSignedOut');
  });

  it('carries the request id that support asks for, when nobody foresaw it', () => {
    const headers = { 'x-cw-request-id': 'abc-1', 'set-cookie': 'memberHash=secret' };
    expect(refusal(answer(400, { message: 'Odd' }, headers), asked).reason.params).toEqual({
      status: '400',
      detail: 'Odd.',
      requestId: 'abc-1',
    });
  });

  it('is cut short and put on one line', () => {
    const hostile = answer(400, { message: `a\n\tb\0${'x'.repeat(5000)}` });
    const detail = textIn(refusal(hostile, asked).reason, 'detail');
    expect(detail).toHaveLength(300);
    expect(detail.startsWith('a b x')).toBe(true);
  });

  it.each([
    ['JSON', answer(200, '[]', { 'content-type': 'application/json' })],
    ['made', answer(201, '{}')],
    ['empty', answer(204, '')],
  ])('is not seen in an answer of success: %s', (_, given) => {
    expect(isRefusal(given)).toBe(false);
  });
});
