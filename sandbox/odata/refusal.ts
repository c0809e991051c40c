/** The languages a server speaks here: English to who asks for it, else that of the company. */
export type Language = 'en' | 'nb';

/** What a server says in each language. */
export type Words = Readonly<Record<Language, string>>;

/** A refused request, as Business Central and NAV word it. */
export class ODataRefusal extends Error {
  override readonly name = 'ODataRefusal';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly words: Words,
  ) {
    super(`${code}: ${words.en}`);
  }

  toResponse(language: Language): Response {
    const message = `${this.words[language]}  CorrelationId:  ${crypto.randomUUID()}.`;
    return Response.json({ error: { code: this.code, message } }, { status: this.status });
  }
}

/** Who sends no Accept-Language is answered in the language of the company. */
export function languageOf(request: Request): Language {
  return /^en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'nb';
}

export function badRequest(english: string, norwegian: string, code = 'BadRequest'): ODataRefusal {
  return new ODataRefusal(400, code, { en: english, nb: norwegian });
}

export function notFound(what: string): ODataRefusal {
  return new ODataRefusal(404, 'BadRequest_ResourceNotFound', {
    en: `Resource not found for the segment '${what}'.`,
    nb: `Finner ingen ressurs for segmentet '${what}'.`,
  });
}

export function unknownProperty(name: string, entity: string): ODataRefusal {
  return badRequest(
    `Could not find a property named '${name}' on type 'Microsoft.NAV.${entity}'.`,
    `Finner ingen egenskap med navnet '${name}' for typen 'Microsoft.NAV.${entity}'.`,
  );
}

export function notImplemented(english: string, norwegian: string): ODataRefusal {
  return badRequest(english, norwegian, 'BadRequest_MethodNotImplemented');
}
