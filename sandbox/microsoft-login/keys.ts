export const MICROSOFT_LOGIN_HOST = 'login.microsoftonline.com';

/** The tenant of Nord IT AS and the app registration its administrator made for the product. */
export const MICROSOFT_LOGIN = {
  tenant: '7a1b6d2e-40c8-4e0f-9d53-5e2a8c91f0b4',
  domain: 'nordit.onmicrosoft.com',
  clientId: '3c9e5f70-1d2b-4a86-8b7f-0e6d4c2a1b95',
  user: 'tone.bakke@nordit.example',
  /** Copied by the administrator from the options page; the id follows from the key the manifest pins. */
  redirect: 'https://apidkfggajjceaklgfnbopbddkeealop.chromiumapp.org/',
} as const;
