import type { HttpClient } from '@/utils/http/http-client';

/** An app registration in the directory of the firm, and whose tokens of it are meant. */
export interface MicrosoftApp {
  /** Tokens are kept by the connection they serve. */
  readonly connectionId: string;
  /** The directory's id: guests and partners must sign in there, and would end up elsewhere with /common. */
  readonly tenantId: string;
  /** The application's id. */
  readonly clientId: string;
}

/** Who has signed in, as far as Microsoft tells. */
export interface MicrosoftAccount {
  /** Such as `kari@nord-it.example`; empty where Microsoft did not tell. */
  readonly name: string;
  /** Epoch ms at which the user signed in by hand: Microsoft ends it a day later. */
  readonly signedInAt: number;
}

/** Hands out access tokens to those who call Microsoft's services. */
export interface MicrosoftTokens {
  /**
   * An access token, the same one until shortly before it expires, then renewed without the user where Microsoft
   * allows it.
   * @throws Problem `microsoftSignInNeeded` when only the user can renew it
   */
  accessToken(app: MicrosoftApp, signal: AbortSignal): Promise<string>;
  /** Forgets an access token that a service no longer takes. One granted since then stays. */
  drop(app: MicrosoftApp, token: string): void;
  /** Who signed in last in this browser; null when nobody has. */
  account(app: MicrosoftApp): Promise<MicrosoftAccount | null>;
}

/** What the browser's `identity` API does here. */
export interface WebAuthFlow {
  /** Opens a page and resolves with the address it redirects to in the end. Rejects when it does not get there. */
  readonly launch: (url: string, interactive: boolean) => Promise<string>;
  /** Where Microsoft must send the user back to: registered letter for letter, as a single-page application. */
  readonly redirectUrl: () => string;
}

/** What the sign-in takes from the world. */
export interface SignInPorts {
  readonly http: HttpClient;
  readonly webAuthFlow: WebAuthFlow;
  /** Keeps secrets sealed; an empty text removes one. */
  readonly vault: {
    readonly get: (name: string) => Promise<string | null>;
    readonly set: (name: string, secret: string) => Promise<void>;
  };
  /** Runs a task while no other task of that name runs, in any page or worker of the extension. */
  readonly withLock: <T>(name: string, task: () => Promise<T>) => Promise<T>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Milliseconds by a clock that only goes forward. */
  readonly monotonicNow: () => number;
}
