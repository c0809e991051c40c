import { MEMBER_COOKIES } from './page/member-session';

/** The web host: pages, company information and, for a signed-in session, the API. */
export const SITE = 'na.myconnectwise.net';

/** The host that takes API keys. */
export const API_HOST = `api-${SITE}`;

/** Carries its own trailing slash, as Manage speaks of it. */
export const CODEBASE = 'v2025_1/';

/** The same Manage under a name of the firm's own, as on premises. */
export const OWN_SITE = 'manage.nordit.example';

/** The code base that on-premises installations have, which the cloud's API host knows as well. */
export const ON_PREMISES_CODEBASE = 'v4_6_release/';

/** What the sandbox's Manage is signed in to with. */
export const MANAGE_KEYS = {
  companyId: 'nordit',
  publicKey: 'SandboxPublicKey',
  privateKey: 'SandboxPrivateKey',
  clientId: '5d2b8a54-0d6c-4a3e-9d1c-6a1f5a7c0001',
};

/** The API member the keys belong to, under whose name their writes appear. */
export const API_MEMBER = 'PaymentSyncApi';

/** The person who is signed in to the web client, under whose name a session's writes appear. */
export const SESSION_MEMBER = MEMBER_COOKIES.memberId;
