/** The tags that Alexa speaks (Alexa Skills Kit documentation, speech-synthesis-markup-language-ssml-reference). */
const knownTags = new Set([
  'speak',
  'alexa:name',
  'amazon:domain',
  'amazon:effect',
  'amazon:emotion',
  'audio',
  'break',
  'emphasis',
  'lang',
  'p',
  'phoneme',
  'prosody',
  's',
  'say-as',
  'sub',
  'voice',
  'w',
]);
const maximumAudioTags = 5;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const piece =
  /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|&(#\d+|#x[\da-f]+|\w+);|[<&]/gi;

/** What makes Alexa refuse to speak this SSML, or undefined: tags must be known and closed, and & and < escaped. */
export function ssmlProblem(ssml: string): string | undefined {
  const text = ssml.trim();
  if (!/^<speak\b[^>]*>/.test(text) || !text.endsWith('</speak>'))
    return 'SSML must stand between <speak> and </speak>';
  const open: string[] = [];
  let audioTags = 0;
  for (const match of text.matchAll(piece)) {
    const [all, closing, name, attributes = '', selfClosing, entity] = match;
    if (entity !== undefined) {
      if (!entity.startsWith('#') && !Object.hasOwn(entities, entity)) return `&${entity}; is not an entity of XML`;
    } else if (name === undefined) {
      return `a bare ${all} at character ${match.index}: write ${all === '&' ? '&amp;' : '&lt;'}, or close the tag`;
    } else if (!knownTags.has(name)) {
      return `<${name}> is not a tag that Alexa knows`;
    } else if (closing === '/') {
      const expected = open.pop();
      if (expected !== name) return `</${name}> does not close <${expected ?? 'anything'}>`;
      if (open.length === 0 && match.index + all.length < text.length) return 'something follows </speak>';
    } else {
      if (/&(?!(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|apos);)/i.test(attributes))
        return `a bare & in <${name}>: write &amp;`;
      if (name === 'audio') audioTags += 1;
      if (selfClosing !== '/') open.push(name);
    }
  }
  if (open.length > 0) return `<${open.at(-1)}> is never closed`;
  return audioTags > maximumAudioTags ? `${audioTags} audio tags are more than ${maximumAudioTags}` : undefined;
}

export function escapeSsml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

/** The words of SSML without its tags; a sub is spoken by its alias. */
export function plainTextOf(ssml: string): string {
  return ssml
    .replaceAll(
      /<sub\s[^>]*alias\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>.*?<\/sub>/gs,
      (_, one?: string, other?: string) => one ?? other ?? '',
    )
    .replaceAll(/<\/?(?:p|s|break|audio)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#\d+|#x[\da-f]+|\w+);/gi, (all, entity: string) => decodeEntity(entity) ?? all)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function decodeEntity(entity: string): string | undefined {
  if (!entity.startsWith('#')) return entities[entity];
  const code = entity[1] === 'x' || entity[1] === 'X' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}
