import { expect, it } from 'vitest';
import { lackingManageAccess } from '@/utils/worker/lacking-access';
import { STORED } from '../components/support/settings';

const nothing = { mayReach: () => Promise.resolve(false) };

it.each([
  ['na.myconnectwise.net', 'api-keys', ['na.myconnectwise.net', 'api-na.myconnectwise.net']],
  ['na.myconnectwise.net', 'session', ['na.myconnectwise.net']],
  ['cw.example.com:8443', 'api-keys', ['cw.example.com']],
] as const)(
  'of Manage at %s with %s, as much may be lacking as the settings ask for',
  async (site, signIn, hosts) => {
    const { manage } = STORED.settings;
    if (manage === null) throw new Error('nothing is stored');
    const lacking = await lackingManageAccess(nothing, { ...manage, site, signIn });
    expect(lacking).toEqual(hosts.map((host) => `https://${host}/*`));
  },
);
