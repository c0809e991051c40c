/** A refused request, with the code by which Microsoft's documentation tells what is wrong. */
export class LoginRefusal extends Error {
  override readonly name = 'LoginRefusal';

  constructor(
    /** By OAuth 2.0 or OpenID Connect. */
    readonly error: string,
    /** The number behind AADSTS. */
    readonly code: number,
    readonly words: string,
    readonly status = 400,
  ) {
    super(`AADSTS${code}: ${words}`);
  }

  describe(now: number): string {
    const { trace, correlation, at } = traces(now);
    return `${this.message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${at}`;
  }

  toResponse(now: number): Response {
    const { trace, correlation, at } = traces(now);
    return Response.json(
      {
        error: this.error,
        error_description: this.describe(now),
        error_codes: [this.code],
        timestamp: at,
        trace_id: trace,
        correlation_id: correlation,
        error_uri: `https://login.microsoftonline.com/error?code=${this.code}`,
      },
      { status: this.status, headers: { 'Cache-Control': 'no-store, no-cache' } },
    );
  }

  /** What cannot be sent back to an address that nobody vouches for is shown in the window. */
  toPage(now: number): Response {
    const page = `<!doctype html><html lang="en"><title>Sign in</title><body>
<h1>Sorry, but we’re having trouble signing you in.</h1><p>${escaped(this.describe(now))}</p></body></html>`;
    return new Response(page, {
      status: this.status,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    });
  }
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function traces(now: number) {
  const at = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return { trace: crypto.randomUUID(), correlation: crypto.randomUUID(), at };
}
