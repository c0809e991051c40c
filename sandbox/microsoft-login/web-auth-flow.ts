import type { Hosts } from '../hosts';
import { MICROSOFT_LOGIN } from './keys';

/**
 * What a browser's `identity.launchWebAuthFlow` does, without a browser: goes from page to page until one leads to the
 * extension's own address. Somebody presses the first button of a page, if the window may be shown.
 */
export function createWebAuthFlow(hosts: Pick<Hosts, 'fetch'>, redirect: string = MICROSOFT_LOGIN.redirect) {
  return {
    redirectUrl: (): string => redirect,

    async launch(url: string, interactive: boolean): Promise<string> {
      let response = await hosts.fetch(url, { credentials: 'include' });
      for (;;) {
        const location = response.headers.get('location');
        if (location?.startsWith(redirect) === true) return location;
        const page = await response.text();
        const [, action] = /<form method="post" action="([^"]*)"/.exec(page) ?? [];
        if (!interactive) throw new Error('User interaction required.');
        // Whoever meets a page without a button closes the window.
        if (action === undefined) throw new Error('The user did not approve access.');
        const [, question = ''] = /name="question" value="([^"]*)"/.exec(page) ?? [];
        response = await hosts.fetch(new URL(action, url), {
          method: 'POST',
          credentials: 'include',
          body: new URLSearchParams({ question: question.replaceAll('&amp;', '&'), answer: 'allow' }),
        });
      }
    },
  };
}
