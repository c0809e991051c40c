/** Keeps cookies by host, as a browser would for requests that include credentials. */
export interface CookieJar {
  /** The request with the host's cookies, if it is one that includes credentials. */
  equip(request: Request): Request;
  /** Takes the cookies that a host sets. */
  keep(host: string, response: Response): void;
}

export function createCookieJar(): CookieJar {
  const kept = new Map<string, Map<string, string>>();
  return {
    equip(request) {
      const cookies = kept.get(new URL(request.url).hostname);
      if (request.credentials !== 'include' || cookies === undefined) return request;
      const equipped = new Request(request);
      equipped.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      return equipped;
    },
    keep(host, response) {
      for (const header of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = header.split(/;\s*/);
        const at = pair.indexOf('=');
        const cookies = kept.get(host) ?? new Map<string, string>();
        kept.set(host, cookies);
        if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(pair.slice(0, at));
        else cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
    },
  };
}
