import type { World } from '../../world';
import { knob } from '../knobs';
import { MEMBER_COOKIES } from '../page/member-session';

/** The `Set-Cookie` headers that sign the person in whom the web client knows. */
export function signInCookies(): string[] {
  return Object.entries(MEMBER_COOKIES).map(
    ([name, value]) => `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=None`,
  );
}

/** The member whom a request's cookies sign in; undefined where none is, or one of the cookies is missing. */
export function signedInMember(request: Request, world: World): string | undefined {
  const sent = (request.headers.get('cookie') ?? '').split('; ');
  const complete = Object.entries(MEMBER_COOKIES).every(([name, value]) => sent.includes(`${name}=${value}`));
  return complete && !knob(world, 'signedOut') ? MEMBER_COOKIES.memberId : undefined;
}
