/** Given by an interceptor: the connection breaks before the request is looked at. */
export const DROP = new Response(null);

/** Given by an interceptor: the request is carried out, and the connection breaks before the answer is sent. */
export const DROP_ANSWER = new Response(null);
