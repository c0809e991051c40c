import { MICROSOFT_LOGIN, MICROSOFT_LOGIN_HOST } from './keys';
import type { Grant } from './state';

/** Who signed in. It comes straight from the token endpoint, so nobody looks at its signature. */
export function idToken({ nonce }: Grant, now: number): string {
  const { tenant, clientId, user } = MICROSOFT_LOGIN;
  const issued = Math.floor(now / 1000);
  const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
  const claims = {
    aud: clientId,
    iss: `https://${MICROSOFT_LOGIN_HOST}/${tenant}/v2.0`,
    iat: issued,
    nbf: issued,
    exp: issued + 3_600,
    name: 'Tone Bakke',
    ...(nonce !== '' && { nonce }),
    oid: '5a0c3e91-7d24-4b8f-9e16-2c7b80d4f3a1',
    preferred_username: user,
    sub: 'Zk1m8tQfN2rVbXo4Yc7LhPw3JdSgUe6A',
    tid: tenant,
    ver: '2.0',
  };
  return `${part({ typ: 'JWT', alg: 'RS256', kid: 'sandbox' })}.${part(claims)}.${part({ signed: 'by nobody' })}`;
}
