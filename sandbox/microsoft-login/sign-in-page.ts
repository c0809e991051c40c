import { MICROSOFT_LOGIN } from './keys';
import { escaped } from './refusal';

/** The page on which the user signs in: one account, two buttons. */
export function signInPage(tenant: string, question: URLSearchParams, autoContinue: boolean): Response {
  const goOn = autoContinue
    ? "<script>setTimeout(() => document.querySelector('button[value=allow]').click(), 300);</script>"
    : '';
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Sign in to your account</title>
<body>
<h1>Pick an account</h1>
<form method="post" action="/${escaped(tenant)}/login">
<input type="hidden" name="question" value="${escaped(question.toString())}">
<p>Payment Sync would like to read Business Central of Nord IT AS.</p>
<button name="answer" value="allow">${MICROSOFT_LOGIN.user}</button>
<button name="answer" value="cancel">Cancel</button>
</form>
${goOn}
</body>
</html>`;
  return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
