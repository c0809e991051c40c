import { html, raw } from 'hono/html';
import { obfuscateClassNames } from './class-names';

type Document = ReturnType<typeof html>;

/** The page before its script runs: styles, the class names of this load, and an empty application root. */
export function pageDocument(styleSheet: string, classPrefix: string, script: string): Document {
  const { css, names } = obfuscateClassNames(styleSheet, classPrefix);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Manage</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(css)}
        </style>
        <script type="application/json" id="class-names">
          ${raw(JSON.stringify(names))}
        </script>
        <script type="module" src="${script}"></script>
      </head>
      <body>
        <div id="cwApp" class="cw-ViewRoot"></div>
      </body>
    </html>`;
}

/** What a frame that holds a grid starts from; the page fills it. */
export function frameDocument(): Document {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Grid</title>
      </head>
      <body></body>
    </html>`;
}

/** What Manage answers, with status 200, whenever nobody is signed in. */
export function loginDocument(): Document {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Sign in</title>
        <link rel="icon" href="data:," />
        <style>
          body {
            margin: 0;
            display: grid;
            place-items: center;
            min-height: 100vh;
            background: #eef2f7;
            font:
              13px 'Segoe UI',
              Arial,
              sans-serif;
          }
          form {
            display: grid;
            gap: 10px;
            width: 280px;
            padding: 28px;
            background: #fff;
            border-radius: 4px;
            box-shadow: 0 2px 12px #1d2b4426;
          }
          label {
            display: grid;
            gap: 3px;
          }
        </style>
      </head>
      <body>
        <form method="get" action="ConnectWise.aspx">
          <strong>Sign in</strong>
          <label>Company <input name="company" value="nordit" /></label>
          <label>Username <input name="username" autocomplete="username" /></label>
          <button>Login</button>
        </form>
      </body>
    </html>`;
}
