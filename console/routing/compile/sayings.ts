import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import type { FilePath, FindingList } from '../findings.ts';
import { localeKey } from '../../../shared/domain/routing/localized-text.ts';
import { plainWords } from '../../../shared/domain/routing/plain-words.ts';

/** "Slot value length exceeds the limit of 140 characters", as Alexa's developer console says it (seen in 2018). */
const longestSlotValue = 140;

interface Saying {
  readonly reason: string;
  readonly words: string;
  readonly path: FilePath;
}
/** By locale, language or "default". */
type Sayings = Readonly<Record<string, readonly Saying[]>>;

/** What callers say for a reason may stand for no other in the same locale: Alexa would have to guess which is meant. */
export function checkSayings(reasons: RoutingTableFile['reasons'], findings: FindingList): void {
  const parts = Object.entries(reasons).flatMap(([id, { name, synonyms = {} }]): Sayings[] => [
    sayings(id, typeof name === 'string' ? [name] : mapValues(name, (text) => [text]), ['reasons', id, 'name']),
    sayings(id, synonyms, ['reasons', id, 'synonyms']),
  ]);
  checkLengths(parts, findings);

  const reported = new Set<string>();
  for (const locale of new Set(parts.flatMap((each) => Object.keys(each)))) {
    const first = new Map<string, Saying>();
    for (const saying of parts.flatMap((each) => each[localeKey(each, locale) ?? ''] ?? [])) {
      const plain = plainWords(saying.words);
      const earlier = first.get(plain);
      if (earlier === undefined) first.set(plain, saying);
      else if (earlier.reason !== saying.reason && !reported.has(saying.path.join(' '))) {
        reported.add(saying.path.join(' '));
        findings.error(
          'synonym-twice',
          saying.path,
          `"${saying.words}" stands for "${earlier.reason}" too${locale === 'default' ? '' : ` (${locale})`}: take it from one of them`,
        );
      }
    }
  }
}

function checkLengths(parts: readonly Sayings[], findings: FindingList): void {
  for (const { words, path } of parts.flatMap((each) => Object.values(each).flat()))
    if (words.length > longestSlotValue)
      findings.warning(
        'synonym-long',
        path,
        `has ${words.length} characters, and Alexa takes ${longestSlotValue} at most: shorten it`,
      );
}

/** A list is for everybody. A single text stands at the path itself, not in a list. */
function sayings(
  reason: string,
  words: readonly string[] | Readonly<Record<string, readonly string[]>>,
  path: FilePath,
): Sayings {
  const listed = path.at(-1) === 'synonyms';
  const at = (texts: readonly string[], keyPath: FilePath): Saying[] =>
    texts.map((text, index) => ({ reason, words: text, path: listed ? [...keyPath, index] : keyPath }));
  if (isList(words)) return { default: at(words, path) };
  return Object.fromEntries(Object.entries(words).map(([key, texts]) => [key, at(texts, [...path, key])]));
}

function isList(words: readonly string[] | Readonly<Record<string, readonly string[]>>): words is readonly string[] {
  return Array.isArray(words);
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
