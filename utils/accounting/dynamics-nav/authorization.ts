import { Problem } from '@/utils/payments/problem';

/**
 * The `Authorization` header for a user and a web service access key (or a password).
 * @throws Problem `navSignInNotAscii`: these servers read the header byte by byte, and anything beyond ASCII arrives
 * as something else
 */
export function basicAuthorization(user: string, webServiceKey: string): string {
  const signIn = `${user}:${webServiceKey}`;
  if (!/^[\x20-\x7e]*$/.test(signIn)) throw new Problem('navSignInNotAscii', { user });
  return `Basic ${btoa(signIn)}`;
}
