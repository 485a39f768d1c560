import type { FilePath, FindingList } from '../findings.ts';

/** Destinations that attempts define where they name them: phones, messages, voicemails. */
export interface NamedDestinations {
  /** The same again is fine; something else of the same kind and id is reported. */
  define(kind: string, id: string, content: unknown, path: FilePath): void;
}

/** Call records name a destination by its kind and id: two that differ could not be told apart in them. */
export function createNamedDestinations(findings: FindingList): NamedDestinations {
  const contents = new Map<string, string>();
  return {
    define(kind, id, content, path) {
      const key = `${kind} ${id}`;
      const text = JSON.stringify(content);
      const earlier = contents.get(key);
      if (earlier === undefined) contents.set(key, text);
      else if (earlier !== text)
        findings.error(
          'id-twice',
          [...path, 'id'],
          `"${id}" is the id of another ${kind} before it: choose another, or make the two the same`,
        );
    },
  };
}
