import { millisecondsOf } from './polly-ssml.ts';
import { readSsml, type SsmlToken } from './ssml-tokens.ts';

/** Something to say, or a while to say nothing. */
export type SpokenPiece =
  | { readonly kind: 'words'; readonly text: string; /** 1 is the usual. */ readonly speed: number }
  | { readonly kind: 'pause'; readonly milliseconds: number };

/** How what stands in a tag is said. */
interface Manner {
  readonly speed: number;
  readonly spelled: boolean;
  /** An alias has been said in its place. */
  readonly silent: boolean;
}

/** break-tag, as far as it names lengths: those of a comma, a sentence, a paragraph. */
const strengths: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 0,
  weak: 150,
  medium: 150,
  strong: 300,
  'x-strong': 600,
};
const speeds: Readonly<Record<string, number>> = {
  'x-slow': 0.5,
  slow: 0.75,
  medium: 1,
  fast: 1.5,
  'x-fast': 2,
};
/** In milliseconds. */
const pausesAfter: Readonly<Record<string, number>> = { p: 600, s: 300 };
/** break-tag. */
const longestPause = 10_000;
const spelledAs = ['characters', 'spell-out', 'digits', 'telephone'];

/** Puts SSML into words and pauses, for a voice that knows nothing else. What is malformed is said without its tags. */
export function spokenPieces(ssml: string): readonly SpokenPiece[] {
  const reading = readSsml(ssml);
  if (reading.kind === 'malformed') return [{ kind: 'words', text: ssml.replaceAll(/<[^>]*>/g, ' '), speed: 1 }];
  const pieces: SpokenPiece[] = [];
  const outside: Manner[] = [];
  let manner: Manner = { speed: 1, spelled: false, silent: false };
  for (const token of reading.tokens) {
    pieces.push(...piecesOf(token, manner));
    if (token.kind === 'open') {
      outside.push(manner);
      manner = mannerIn(token, manner);
    } else if (token.kind === 'close') manner = outside.pop() ?? manner;
  }
  return pieces;
}

/** What is said, or not said, right where the token stands. */
function piecesOf(token: SsmlToken, { speed, spelled, silent }: Manner): SpokenPiece[] {
  if (silent) return [];
  if (token.kind === 'text') return [{ kind: 'words', text: spelled ? spelling(token.text) : token.text, speed }];
  if (token.kind === 'close')
    return Object.hasOwn(pausesAfter, token.name) ? [pause(pausesAfter[token.name] ?? 0)] : [];
  const { alias, time, strength = 'medium' } = token.attributes;
  if (token.name === 'sub' && alias !== undefined) return [{ kind: 'words', text: alias, speed }];
  if (token.name !== 'break') return [];
  return [pause((time === undefined ? undefined : millisecondsOf(time)) ?? strengths[strength] ?? 0)];
}

function mannerIn(
  { name, attributes }: Extract<SsmlToken, { kind: 'open' }>,
  { speed, spelled, silent }: Manner,
): Manner {
  return {
    speed: name === 'prosody' ? speed * speedOf(attributes['rate']) : speed,
    spelled: spelled || (name === 'say-as' && spelledAs.includes(attributes['interpret-as'] ?? '')),
    silent: silent || (name === 'sub' && 'alias' in attributes),
  };
}

function pause(milliseconds: number): SpokenPiece {
  return { kind: 'pause', milliseconds: Math.min(milliseconds, longestPause) };
}

function spelling(text: string): string {
  return Array.from(text).join(' ');
}

/** "slow", "150%". */
function speedOf(rate = 'medium'): number {
  const percent = /^(\d{1,3})%$/.exec(rate.trim())?.[1];
  return percent === undefined ? (speeds[rate] ?? 1) : Math.max(0.2, Math.min(2, Number(percent) / 100));
}
