/** Where the sandbox's sign-in leads: it asks for no password. */
export const SIGN_IN_PATH = '/login/sandbox';

/** What a client that is not signed in is answered, whatever it asked for: a page, with status 200. */
export const LOGIN_PAGE = `<!DOCTYPE html>
<html lang="en">
  <head><meta charset="utf-8"><title>Manage: Sign in</title></head>
  <body>
    <h1>Sign in</h1>
    <p><a href="${SIGN_IN_PATH}">Sign in to the sandbox</a></p>
  </body>
</html>
`;
