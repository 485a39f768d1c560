import type { Person } from './person.ts';

/** A page of the issuer's own: no scripts, nothing from elsewhere, in nobody's frame. */
export interface IssuerPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { display: grid; min-height: 100vh; margin: 0; place-items: center; }
main { box-sizing: border-box; width: min(26rem, 100%); padding: 1.5rem; }
h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
ul { display: grid; gap: .5rem; list-style: none; margin: 1.5rem 0 0; padding: 0; }
button { width: 100%; padding: .75rem 1rem; font: inherit; text-align: start; cursor: pointer; border: 1px solid;
  border-radius: .5rem; background: light-dark(#fff, #1d2126); color: light-dark(#14181d, #e8ebef); }
button:hover { background: light-dark(#eef3fa, #2a313a); }
button:focus-visible { outline: 3px solid light-dark(#1f5fbf, #8db8ff); outline-offset: 2px; }
button span { display: block; font-size: .875rem; }
`;

/** One button for each person. The form goes back to where the page came from, with all that the client asked. */
export function signInPage(people: readonly Person[]): IssuerPage {
  const buttons = people.map(
    ({ id, name, groups }) =>
      `<li><button name="person" value="${escaped(id)}">${escaped(name)}<span>${escaped(groups.join(', ') || 'in no group')}</span></button></li>`,
  );
  return page(
    'Sign in to the local cloud',
    `<p>This is the local cloud, on this computer: these people do not exist, and no password is needed. Choose who you are.</p>
<form method="post"><ul>${buttons.join('\n')}</ul></form>`,
  );
}

/** What went wrong, to people whom no application can tell. */
export function problemPage(what: string, wayForward: string): IssuerPage {
  return page('Nobody can sign in like this', `<p>${escaped(what)}</p><p>${escaped(wayForward)}</p>`);
}

function page(title: string, body: string): IssuerPage {
  return {
    html: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1>
${body}
</main></body>
</html>
`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}
