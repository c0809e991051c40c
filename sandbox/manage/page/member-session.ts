import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';

/** The cookies of a signed-in member. Source: ConnectWise Developer Guide, "Cookie authentication". */
export const MEMBER_COOKIES = {
  companyName: 'nordit',
  memberId: 'knilsen',
  memberHash: '9f1c0b7e-3c52-4d0a-8a63-51c1d6b0e7aa',
  memberContext: 'web',
} as const;

const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'None' } as const;

export function signIn(c: Context): void {
  for (const [name, value] of Object.entries(MEMBER_COOKIES)) setCookie(c, name, value, ATTRIBUTES);
}

export function signOut(c: Context): void {
  for (const name of Object.keys(MEMBER_COOKIES)) deleteCookie(c, name, ATTRIBUTES);
}
