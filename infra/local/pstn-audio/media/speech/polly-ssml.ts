import { readSsml, type SsmlAttributes, type SsmlToken } from './ssml-tokens.ts';

export type PollyEngine = 'standard' | 'neural';

const both: readonly PollyEngine[] = ['standard', 'neural'];

/** Tags and the engines that speak them (Amazon Polly developer guide, supportedtags); a tag that an engine does not speak is an error. */
const tags: Readonly<Record<string, (attributes: SsmlAttributes) => readonly PollyEngine[]>> = {
  speak: () => both,
  break: () => both,
  emphasis: () => ['standard'],
  lang: () => both,
  mark: () => both,
  p: () => both,
  phoneme: () => both,
  prosody: (attributes) => ('amazon:max-duration' in attributes ? ['standard'] : both),
  s: () => both,
  'say-as': () => both,
  sub: () => both,
  w: () => both,
  'amazon:auto-breaths': () => ['standard'],
  'amazon:breath': () => ['standard'],
  'amazon:domain': () => ['neural'],
  'amazon:effect': ({ name }) => (name === 'drc' ? both : ['standard']),
};

/** The attributes that a tag is nothing without. */
const needed: Readonly<Record<string, string>> = {
  lang: 'xml:lang',
  mark: 'name',
  phoneme: 'ph',
  'say-as': 'interpret-as',
  sub: 'alias',
  w: 'role',
  'amazon:domain': 'name',
};
const breakStrengths = ['none', 'x-weak', 'weak', 'medium', 'strong', 'x-strong'];
/** break-tag: ten seconds at most. */
const longestBreakMilliseconds = 10_000;

/** What makes Amazon Polly refuse this SSML with that engine, without the text itself; undefined when nothing does. */
export function pollySsmlProblem(ssml: string, engine: PollyEngine): string | undefined {
  const reading = readSsml(ssml);
  if (reading.kind === 'malformed') return reading.problem;
  const [first] = reading.tokens;
  if (first === undefined || first.kind === 'text' || first.name !== 'speak') return 'it must begin with <speak>';
  for (const token of reading.tokens) {
    const problem = token.kind === 'open' || token.kind === 'empty' ? tagProblem(token, engine) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function tagProblem(
  { name, attributes }: Extract<SsmlToken, { kind: 'open' | 'empty' }>,
  engine: PollyEngine,
): string | undefined {
  const engines = Object.hasOwn(tags, name) ? tags[name]?.(attributes) : undefined;
  if (engines === undefined) return `<${name}> is not a tag of Amazon Polly`;
  if (!engines.includes(engine)) return `<${name}> is not spoken by the ${engine} engine`;
  const attribute = needed[name];
  if (attribute !== undefined && !(attribute in attributes)) return `<${name}> must have ${attribute}`;
  if (name === 'break' && !isBreak(attributes)) return '<break> must have a time of up to 10s, or a strength';
  return undefined;
}

function isBreak({ time, strength }: SsmlAttributes): boolean {
  if (strength !== undefined && !breakStrengths.includes(strength)) return false;
  const milliseconds = time === undefined ? 0 : millisecondsOf(time);
  return milliseconds !== undefined && milliseconds <= longestBreakMilliseconds;
}

/** "2s" or "250ms". */
export function millisecondsOf(time: string): number | undefined {
  const [, number, unit] = /^\+?(\d+(?:\.\d+)?|\.\d+)(ms|s)$/.exec(time.trim()) ?? [];
  return number === undefined ? undefined : Number(number) * (unit === 's' ? 1000 : 1);
}
