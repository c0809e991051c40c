/** What can befall a request. `before`: the vendor never sees it; `after`: it is carried out all the same. */
export const PASSING_FAULTS = [
  'dropped before',
  'dropped after',
  'hangs before',
  'hangs after',
  '429',
  '429 with Retry-After',
  '500 before',
  '500 after',
  '503 as a page',
  'cut off after',
] as const;

/** Faults that somebody has to do something about, or that nobody can explain. */
const LASTING_FAULTS = [
  '401',
  '403',
  'a page before',
  'a page after',
  'half an answer after',
  'nonsense after',
] as const;

export const FAULTS = [...PASSING_FAULTS, ...LASTING_FAULTS] as const;

export type Fault = (typeof FAULTS)[number];

/** Whether the vendor carries the request out before the fault shows. */
export function isAfter(fault: Fault): boolean {
  return fault.endsWith('after');
}

const PAGE = '<!DOCTYPE html><html><head><title>Something</title></head><body>else</body></html>';

const page = (status: number): Response =>
  new Response(PAGE, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

/** What the fault makes of an answer; null where none ever comes, undefined where the connection breaks. */
export function faulty(fault: Fault, answer: Answer): Response | null | undefined {
  switch (fault) {
    case 'dropped before':
    case 'dropped after':
      return undefined;
    case 'hangs before':
    case 'hangs after':
      return null;
    case '429':
      return new Response('{}', { status: 429 });
    case '429 with Retry-After':
      return new Response('{}', { status: 429, headers: { 'retry-after': '20' } });
    case '500 before':
    case '500 after':
      return Response.json(
        { code: 'InternalServerError', message: 'Something went wrong.' },
        { status: 500 },
      );
    case '503 as a page':
      return page(503);
    case '401':
      return Response.json({ code: 'Unauthorized', message: 'Who are you?' }, { status: 401 });
    case '403':
      return Response.json({ code: 'Security', message: 'You may not.' }, { status: 403 });
    case 'a page before':
    case 'a page after':
      return page(200);
    case 'cut off after':
      return answer.text === '' ? undefined : new Response(breaksOff(answer.text), answer);
    case 'half an answer after':
      return rewritten(answer, answer.text.slice(0, Math.floor(answer.text.length / 2)));
    case 'nonsense after':
      return rewritten(answer, nonsense(answer.text));
  }
}

/** An answer as it came from a vendor. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** An answer without a body has nothing to spoil. */
function rewritten(answer: Answer, text: string): Response {
  return answer.text === '' ? new Response(null, answer) : new Response(text, answer);
}

/** JSON of another kind than it should be: a row that is none, or no list or object at all. */
function nonsense(text: string): string {
  if (!text.startsWith('[{')) return '["nothing of the kind"]';
  return JSON.stringify([42, ...(JSON.parse(text) as unknown[]).slice(1)]);
}

/** A body of which some arrives before the connection breaks. */
function breaksOff(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text.slice(0, Math.floor(text.length / 2))));
      controller.error(new TypeError('terminated'));
    },
  });
}
