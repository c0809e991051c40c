/** A refused request, in the vendor's ProblemDetails form. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: 400 | 404,
    readonly title: string,
    readonly detail: string,
  ) {
    super(`${title}: ${detail}`);
  }

  /** Casing varies from endpoint to endpoint: 400 comes in camelCase, 404 in PascalCase. */
  toResponse(): Response {
    const { status, title, detail } = this;
    const body =
      status === 400 ? { title, detail, status } : { Title: title, Detail: detail, Status: status };
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
    });
  }
}

export function badRequest(title: string, detail: string): Refusal {
  return new Refusal(400, title, detail);
}
