import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { World } from '../../world';
import { LOGIN_PAGE } from '../access/login-page';
import { signedInMember } from '../access/session';
import { knob } from '../knobs';
import { createClientFiles } from './client-files';
import { answerGridQuery, gridQuerySchema } from './grid-query';
import { frameDocument, pageDocument } from './documents';
import { signIn, signOut } from './member-session';
import { rowsOfScreen } from './screen-rows';

/**
 * Manage's web client: the page itself, its scripts, and the internal endpoint that feeds its grids.
 *
 * The page signs its visitor in, as if that had been done before; `?signedOut=1` shows the login page instead and
 * ends the session. The other query parameters choose variants of the page: see `client/page-options.ts`.
 *
 * @param codebase with its trailing slash: the web client and the API are served from the same path
 */
export function invoiceSearchPage(world: World, codebase: string): Hono {
  const root = `/${codebase}`.replace(/\/$/, '');
  const app = new Hono();
  const files = createClientFiles();

  app.get(`${root}/:page{[Cc]onnect[Ww]ise\\.aspx}`, async (c) => {
    if (c.req.query('signedOut') === '1') {
      signOut(c);
      return c.html(LOGIN_PAGE);
    }
    if (knob(world, 'signedOut')) return c.html(LOGIN_PAGE);
    signIn(c);
    return c.html(pageDocument(await files.styleSheet(), randomPrefix()));
  });

  app.get(`${root}/client/:file{[a-z-]+\\.ts}`, async (c) => {
    const script = await files.script(c.req.param('file'));
    if (script === undefined) return c.notFound();
    return c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });

  app.get(`${root}/services/grid_frame.html`, (c) => c.html(frameDocument()));

  app.post(`${root}/services/system_io/grid/:grid{[a-z]+\\.rails}`, async (c) => {
    // A session that has ended is answered with the login page and status 200, not with a refusal.
    if (signedInMember(c.req.raw, world) === undefined) return c.html(LOGIN_PAGE);
    const query = gridQuerySchema.safeParse(await c.req.json().catch(() => null));
    if (!query.success) return c.json({ error: query.error.issues[0]?.message ?? 'Not a grid query' }, 400);
    const rows = rowsOfScreen(world, c.req.param('grid').replace('.rails', ''), query.data.dates);
    return rows === undefined ? c.notFound() : c.json(answerGridQuery(rows, query.data));
  });

  return app;
}

/** Compiled class names begin alike within a load and otherwise at every load. */
function randomPrefix(): string {
  const letters = [...randomBytes(7)].map((byte) => String.fromCharCode(65 + (byte % 26)));
  return `G${letters.join('')}`;
}
