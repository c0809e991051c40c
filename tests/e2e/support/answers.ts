/** What a vendor's server, or something between, may send instead of what was asked for. */

export const page = (status: number): Response =>
  new Response('<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>', {
    status,
    headers: { 'Content-Type': 'text/html' },
  });

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

/** Called JSON, whatever it is. */
export const text = (body: string): Response =>
  new Response(body, { headers: { 'Content-Type': 'application/json' } });

/** Addresses of the sandbox's hosts. */
export const ADDRESS = {
  manage: /^https:\/\/api-na\.myconnectwise\.net\/.*\/apis\//,
  invoices: /^https:\/\/api-na\.myconnectwise\.net\/.*\/finance\/invoices\?/,
  finance: /^https:\/\/api-na\.myconnectwise\.net\/.*\/finance\//,
  token: /^https:\/\/goapi\.poweroffice\.net\/OAuth\/Token/i,
  books: /^https:\/\/goapi\.poweroffice\.net\/.*\/OutgoingInvoices/,
  booksApi: /^https:\/\/goapi\.poweroffice\.net\/v2\//i,
} as const;
