import { badRequest, Refusal } from './refusal';

/**
 * The JSON that was sent.
 * @throws Refusal 415 for another content type, 400 for a body that cannot be read
 */
export async function readBody(request: Request): Promise<unknown> {
  const contentType = request.headers.get('content-type') ?? '';
  if (contentType.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    throw new Refusal(415, {
      code: 'ConnectWiseApi',
      message: `Unsupported media type: ${contentType || 'none'}`,
    });
  }
  try {
    return await request.json();
  } catch {
    throw badRequest('The body is not valid JSON.');
  }
}

/** @throws Refusal as {@link readBody}, and 400 for anything but an object */
export async function readObject(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const body = await readBody(request);
  if (!isObject(body)) throw badRequest('The body must be an object.');
  return body;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
