export type SsmlAttributes = Readonly<Record<string, string>>;

/** A part of an SSML text, in the order of the text. */
export type SsmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: SsmlAttributes }
  | { readonly kind: 'empty'; readonly name: string; readonly attributes: SsmlAttributes }
  | { readonly kind: 'close'; readonly name: string };

export type SsmlReading =
  | { readonly kind: 'read'; readonly tokens: readonly SsmlToken[] }
  /** What is wrong, without the text itself. */
  | { readonly kind: 'malformed'; readonly problem: string };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const comment = /^<!--[\s\S]*?-->/;
const declaration = /^<\?xml[^>]*\?>/;
const tag = /^<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Takes SSML apart, as XML is: every tag closed in its turn, one root, & and < escaped. What the tags mean is not asked. Never throws. */
export function readSsml(ssml: string): SsmlReading {
  const tokens: SsmlToken[] = [];
  const open: string[] = [];
  let rest = ssml.trim().replace(declaration, '').trimStart();
  while (rest !== '') {
    if (tokens.length > 0 && open.length === 0) return malformed('something follows the last tag');
    const [token, length] = nextToken(rest);
    if (length === undefined) return malformed(token);
    rest = rest.slice(length);
    if (token === undefined) continue;
    if (token.kind === 'text' && open.length === 0) {
      if (token.text.trim() === '') continue;
      return malformed('the text must stand between <speak> and </speak>');
    }
    if (token.kind === 'open') open.push(token.name);
    if (token.kind === 'close') {
      const expected = open.pop();
      if (expected !== token.name) return malformed(`</${token.name}> does not close <${expected ?? 'anything'}>`);
    }
    tokens.push(token);
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) return malformed(`<${unclosed}> is never closed`);
  return tokens.length > 0 ? { kind: 'read', tokens } : malformed('there is nothing in it');
}

/** The token, if the text begins with one, and its length; or a problem. */
function nextToken(rest: string): [SsmlToken | undefined, number] | [string, undefined] {
  const skipped = comment.exec(rest)?.[0];
  if (skipped !== undefined) return [undefined, skipped.length];
  if (!rest.startsWith('<')) {
    const raw = /^[^<]+/.exec(rest)?.[0] ?? '';
    const text = decoded(raw);
    return text === undefined
      ? ['a bare &, or an entity that XML does not have: write &amp;', undefined]
      : [{ kind: 'text', text }, raw.length];
  }
  const [all, closing, name, attributes = '', selfClosing] = tag.exec(rest) ?? [];
  if (all === undefined || name === undefined)
    return ['a bare <, or a tag that is cut short: write &lt;, or close it', undefined];
  if (closing === '/') return [{ kind: 'close', name }, all.length];
  const read: Record<string, string> = {};
  for (const [, key = '', one, other] of attributes.matchAll(attribute)) {
    const value = decoded(one ?? other ?? '');
    if (value === undefined) return [`a bare & in <${name}>: write &amp;`, undefined];
    read[key] = value;
  }
  return [{ kind: selfClosing === '/' ? 'empty' : 'open', name, attributes: read }, all.length];
}

/** Undefined where an & begins no entity. */
function decoded(raw: string): string | undefined {
  let wrong = false;
  const text = raw.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));|&/gi,
    (_, decimal?: string, hex?: string, name?: string) => {
      const character = decimal ?? hex;
      if (character !== undefined) {
        const code = Number.parseInt(character, hex === undefined ? 10 : 16);
        if (code > 0 && code <= 0x10_ff_ff) return String.fromCodePoint(code);
      }
      const entity = name !== undefined && Object.hasOwn(entities, name) ? entities[name] : undefined;
      wrong ||= entity === undefined;
      return entity ?? '';
    },
  );
  return wrong ? undefined : text;
}

function malformed(problem: string): SsmlReading {
  return { kind: 'malformed', problem };
}
