import { html, raw } from 'hono/html';
import { obfuscateClassNames } from './class-names';

type Document = ReturnType<typeof html>;

/** The page before its script runs: styles, the class names of this load, and an empty application root. */
export function pageDocument(styleSheet: string, classPrefix: string): Document {
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
        <script type="module" src="client/main.ts"></script>
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
