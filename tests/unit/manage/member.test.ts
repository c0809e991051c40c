import { describe, expect, it } from 'vitest';
import { readMember, requireOwnCompany } from '@/utils/manage/member';
import { rejectionOf } from './support/scripted-http';

const SITE = { site: 'na.myconnectwise.net', companyId: 'nordit', publicKey: 'Pub1' };
const session = { ...SITE, signIn: 'session' } as const;
const keys = { ...SITE, signIn: 'api-keys' } as const;

function cookies(values: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const read = (name: string): Promise<string | null> => {
    asked.push(name);
    return Promise.resolve(values[name] ?? null);
  };
  return { asked, read };
}

describe('the member', () => {
  it('is the public key where API keys are used, and no cookie is read', async () => {
    const { asked, read } = cookies({ memberId: 'kari' });
    expect(await readMember(keys, read)).toBe('Pub1');
    await requireOwnCompany(keys, { aliases: [] }, read);
    expect(asked).toEqual([]);
  });

  it('is whom the session names, and nothing that proves the session is read', async () => {
    const { asked, read } = cookies({ companyName: 'nordit', memberId: 'kari%20n', memberHash: 'secret' });
    expect(await readMember(session, read)).toBe('kari n');
    expect(new Set(asked)).toEqual(new Set(['companyName', 'memberId']));
  });

  it.each([
    ['no cookie', {}],
    ['no member', { companyName: 'nordit' }],
    ['no company', { memberId: 'kari' }],
    ['an empty member', { companyName: 'nordit', memberId: ' ' }],
  ])('is signed out with %s', async (_, values) => {
    expect(await rejectionOf(readMember(session, cookies(values).read))).toMatchObject({
      reason: { code: 'manageSignedOut', params: { host: 'na.myconnectwise.net' } },
    });
  });

  it('may have a cookie that is no valid encoding', async () => {
    expect(await readMember(session, cookies({ companyName: 'x', memberId: '50%' }).read)).toBe('50%');
  });
});

describe('the company of a session', () => {
  it.each(['nordit', 'NordIT', 'Nordic%20IT'])('is ours under the name %s', async (companyName) => {
    const { read } = cookies({ companyName, memberId: 'kari' });
    await expect(requireOwnCompany(session, { aliases: ['Nordic IT'] }, read)).resolves.toBeUndefined();
  });

  it('is refused when it is another one on the same host', async () => {
    const { read } = cookies({ companyName: 'rival', memberId: 'kari' });
    expect(await rejectionOf(requireOwnCompany(session, { aliases: ['Nordic IT'] }, read))).toMatchObject({
      reason: { code: 'manageOtherCompany', params: { expected: 'nordit', actual: 'rival' } },
    });
  });

  it('is unknown when nobody is signed in', async () => {
    expect(await rejectionOf(requireOwnCompany(session, { aliases: [] }, cookies({}).read))).toMatchObject({
      reason: { code: 'manageSignedOut' },
    });
  });
});
