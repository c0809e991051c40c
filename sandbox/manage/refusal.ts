/** One thing wrong with an object that was sent. */
export interface FieldFault {
  readonly code: 'MissingRequiredField' | 'InvalidField' | 'InvalidObject' | 'ObjectExists' | 'OutOfRange';
  readonly message: string;
  readonly field: string;
}

/** An answer that is no success, in the form Manage gives it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: Readonly<Record<string, unknown>>,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${status} ${JSON.stringify(body)}`);
  }

  toResponse(): Response {
    return Response.json(this.body, { status: this.status, headers: this.headers });
  }
}

export const noSuchEndpoint = (): Refusal =>
  new Refusal(404, { code: 'ConnectWiseApi', message: 'The endpoint does not exist.' });

export const methodNotAllowed = (method: string): Refusal =>
  new Refusal(405, { code: 'ConnectWiseApi', message: `The method ${method} is not supported here.` });

export const notFound = (what: string, id: string | number): Refusal =>
  new Refusal(404, { code: 'NotFound', message: `${what} ${id} not found` });

/** A query, header or body that cannot be understood. */
export const badRequest = (message: string): Refusal => new Refusal(400, { code: 'ConnectWiseApi', message });

/** The body was understood, and what it asks for is not allowed. */
export const invalidObject = (resource: string, faults: readonly FieldFault[]): Refusal =>
  new Refusal(400, {
    code: 'InvalidObject',
    message: `${resource} object is invalid`,
    errors: faults.map((fault) => ({ ...fault, resource })),
  });

export const unauthorized = (message: string): Refusal => new Refusal(401, { code: 'Unauthorized', message });

/** A call without a client id is answered like one without a member. */
export const notAuthenticated = (): Refusal =>
  new Refusal(401, { code: 'ConnectWiseApi', message: 'UserNotAuthenticated' });

/** Manage answers a missing right under the same code as a missing `api-` prefix: only the words differ. */
export const forbidden = (): Refusal =>
  new Refusal(403, {
    code: 'Security',
    message: 'You do not have security permission to perform this action.',
  });

/** Keys were sent to the web host. */
export const sslRequired = (): Refusal =>
  new Refusal(403, { code: 'Security', message: 'SSL is required.', errors: null });

const RETRY_AFTER_S = 30;

/** The code stands under `error` here, not under `code`. */
export const tooManyRequests = (): Refusal =>
  new Refusal(
    429,
    {
      error: 'ConnectWiseAPI',
      message: `Too many requests. Please try again in ${RETRY_AFTER_S} seconds.`,
    },
    { 'Retry-After': String(RETRY_AFTER_S) },
  );
