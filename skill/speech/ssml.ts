import { escapeXmlCharacters } from 'ask-sdk-core';

/** A piece of SSML in which everything that came from outside is escaped. Made by the `ssml` tag only. */
export interface Ssml {
  readonly ssml: string;
}

/** Marks a template as SSML: its own text is taken as it stands, strings put into it are escaped, SSML put into it is not. */
export function ssml(texts: TemplateStringsArray, ...values: readonly (string | Ssml)[]): Ssml {
  const parts = texts.map((text, index) => {
    const value = values[index];
    if (value === undefined) return text;
    return `${text}${typeof value === 'string' ? escaped(value) : value.ssml}`;
  });
  return { ssml: parts.join('') };
}

function escaped(text: string): string {
  // XML 1.0 §2.2 forbids control characters, even when they are written as references.
  return escapeXmlCharacters(text.replaceAll(/\p{Cc}/gu, ' '));
}
