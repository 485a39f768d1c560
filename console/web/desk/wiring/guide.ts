import { contextHeader, defaultContextHeaderName } from '../../../../shared/contracts/header-profiles.ts';
import type { HeaderProfile } from '../../../../shared/domain/routing/header-profile.ts';
import { contactCentreWirings, type ContactCentreWiring } from './contact-centres.ts';

/** A part of the guide, on the page and in its file alike. Words may have `code` in them. */
export type GuideBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly words: string }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** Where the reader's console is. */
export interface GuideAddresses {
  /** "https://console.example.com" */
  readonly origin: string;
  /** Base of the console API: "https://console.example.com/api". */
  readonly api: string;
  readonly tokenEndpoint: string;
}

export const guideTitle = 'Wiring contact centres';

/** An id as they are, that no call has. */
const exampleId = '1use10hdvk0a.lost-card.AbCdEfGhIjKlMnOpQrStUvWxYz0';

/** How real contact centres get the caller's context, and open the desk. */
export function guide(addresses: GuideAddresses): readonly GuideBlock[] {
  const desk = `${addresses.origin}/desk?context=`;
  return [
    ...howItWorks(desk),
    ...howToAsk(addresses),
    { kind: 'heading', level: 2, words: 'Platforms' },
    ...contactCentreWirings.flatMap((wiring) => platform(wiring, desk)),
  ];
}

function howItWorks(desk: string): readonly GuideBlock[] {
  return [
    {
      kind: 'words',
      words:
        'With each call to a contact centre goes the id of the caller’s context, in a header of its INVITE. The id says nothing about the caller: whoever is signed in, and may, is shown who it is. Which header, and how the id is written in it, is the header profile of the contact centre in the routing table.',
    },
    { kind: 'heading', level: 2, words: 'Open the desk' },
    { kind: 'words', words: 'The screen pop opens this address, with the id at its end:' },
    { kind: 'code', code: `${desk}<id>` },
    {
      kind: 'words',
      words:
        'An id is good for an hour. Each time that the desk opens a context, the look is recorded with who looked. Where the header is in hex, what is decoded is `csi=<id>`: take what follows `csi=`.',
    },
    { kind: 'heading', level: 2, words: 'In a frame' },
    {
      kind: 'words',
      words:
        'With `&embed` behind it the page has no navigation of its own. Browsers show it in a frame of pages only whose origin is named in the deployment’s `embeddedBy`. The sign-in refuses to be framed, as it should: agents open the desk once in a tab of its own and sign in there first; where the browser keeps frames of other sites apart, open the address in a tab or window instead.',
    },
  ];
}

function howToAsk({ api, tokenEndpoint }: GuideAddresses): readonly GuideBlock[] {
  return [
    { kind: 'heading', level: 2, words: 'Ask the API instead' },
    {
      kind: 'words',
      words:
        'A system of yours can ask by itself, as a client with a secret of its own (OAuth 2.0 client credentials, RFC 6749 §4.4). One token is good for an hour: ask for one an hour, not for one a call.',
    },
    {
      kind: 'code',
      code: [
        `curl '${tokenEndpoint}' -u '<client id>:<client secret>' \\`,
        `  -d grant_type=client_credentials -d scope=call-contexts/read`,
        '',
        `curl '${api}/call-contexts/<id>' -H 'Authorization: Bearer <access token>'`,
      ].join('\n'),
    },
    {
      kind: 'words',
      words:
        'The answer has `callContext`: name, reason, account, number, place, language and attributes, as far as they are known. 400 is an id that is none of ours, 404 one that has expired. What the API can do beside is in its description, `/openapi.json` behind the same base.',
    },
  ];
}

function platform({ name, profile, arrives, opens, example, mind, sources }: ContactCentreWiring, desk: string) {
  const blocks: GuideBlock[] = [
    { kind: 'heading', level: 3, words: name },
    {
      kind: 'list',
      items: [
        `Header profile: \`${profile}\`. ${sentence(profile)}`,
        `How the id arrives: ${arrives}`,
        `How the desk opens: ${opens}`,
        ...(mind === undefined ? [] : [`Mind: ${mind}`]),
        `Sources: ${sources.join('; ')}.`,
      ],
    },
  ];
  if (example !== undefined) blocks.push({ kind: 'code', code: example.replaceAll('DESK', desk) });
  return blocks;
}

/** What is really sent: by the same function that writes it for calls. */
function sentence(profile: HeaderProfile): string {
  const header = contextHeader({ profile, name: defaultContextHeaderName }, exampleId);
  return header === undefined ? 'No header is sent.' : `Sent is, for one, \`${header.name}: ${header.value}\`.`;
}
