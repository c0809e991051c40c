import { describe, expect, it } from 'vitest';
import { apiBase, discoverCodebase, discoverCompany } from '@/utils/manage/site';
import { rejectionOf, scriptedHttp, signal } from './support/scripted-http';

const INFO = {
  CompanyName: 'Nordic IT',
  Codebase: 'v2025_1/',
  VersionCode: 'v2025.1',
  CompanyID: 'nordit',
  IsCloud: 'True',
  SiteUrl: 'na.myconnectwise.net',
};

describe('what a site tells of a company', () => {
  it('is asked without credentials, with the company as a single path segment', async () => {
    const http = scriptedHttp(() => ({ body: INFO }));
    await discoverCompany(http, 'cw.example.com:8443', 'a/b c?', signal);
    expect(http.seen[0]?.request).toMatchObject({
      url: 'https://cw.example.com:8443/login/companyinfo/a%2Fb%20c%3F',
      credentials: 'omit',
    });
  });

  it.each([
    ['True', true],
    [true, true],
    ['False', false],
    [false, false],
    [null, false],
    [undefined, false],
  ])('IsCloud %s means %s', async (IsCloud, isCloud) => {
    const http = scriptedHttp(() => ({ body: { ...INFO, IsCloud } }));
    expect(await discoverCompany(http, 'na.myconnectwise.net', 'nordit', signal)).toEqual({
      codebase: 'v2025_1/',
      name: 'Nordic IT',
      version: 'v2025.1',
      isCloud,
      aliases: ['Nordic IT', 'nordit'],
    });
  });

  it('has a code base that ends with a slash, whether sent or not', async () => {
    const http = scriptedHttp(() => ({ body: { Codebase: 'v4_6_release' } }));
    expect(await discoverCodebase(http, 'cw.example.com', 'x', signal)).toBe('v4_6_release/');
  });

  it.each([
    ['an empty body', { text: '' }, 'manageCompanyUnknown'],
    ['null', { text: ' null ' }, 'manageCompanyUnknown'],
    ['404', { status: 404, text: '<html>' }, 'manageCompanyUnknown'],
    ['a web page', { text: '<!doctype html><p>Hello' }, 'manageSiteWrong'],
    ['403', { status: 403, text: '' }, 'manageSiteWrong'],
    ['a gateway page', { status: 502, text: '<html>' }, 'manageNotAnswering'],
    ['429', { status: 429, text: '' }, 'rateLimited'],
    ['no JSON', { text: 'hello' }, 'notJson'],
    ['no code base', { body: { CompanyName: 'x' } }, 'wrongShape'],
    ['a code base that leads elsewhere', { body: { Codebase: '../../evil/' } }, 'wrongShape'],
    ['a code base of the wrong type', { body: { Codebase: 3 } }, 'wrongShape'],
  ])('%s is a clear problem', async (_, answer, code) => {
    const http = scriptedHttp(() => answer);
    const problem = await rejectionOf(discoverCompany(http, 'na.myconnectwise.net', 'nordit', signal));
    expect(problem).toMatchObject({ reason: { code } });
  });
});

describe('the address of the API', () => {
  it.each([
    ['na.myconnectwise.net', 'v2025_1/', 'api-keys', 'https://api-na.myconnectwise.net/v2025_1/apis/3.0'],
    ['na.myconnectwise.net', 'v2025_1/', 'session', 'https://na.myconnectwise.net/v2025_1/apis/3.0'],
    [
      'staging.connectwisedev.com',
      'v2025_1/',
      'api-keys',
      'https://api-staging.connectwisedev.com/v2025_1/apis/3.0',
    ],
    ['api-eu.myconnectwise.net', 'v2025_1/', 'api-keys', 'https://api-eu.myconnectwise.net/v2025_1/apis/3.0'],
    ['cw.example.com', 'v2025_1/', 'api-keys', 'https://cw.example.com/v2025_1/apis/3.0'],
    ['cw.example.com', 'v4_6_release/', 'api-keys', 'https://cw.example.com/v4_6_release/apis/3.0'],
    ['cw.example.com:8443', 'v4_6_release/', 'session', 'https://cw.example.com:8443/v4_6_release/apis/3.0'],
  ] as const)('of %s with %s and %s is %s', (site, codebase, signIn, base) => {
    expect(apiBase(site, codebase, signIn)).toBe(base);
  });
});
