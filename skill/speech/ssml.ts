import { plainText } from './plain-text.ts';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A piece of SSML in which everything that came from outside is escaped. Made by the `ssml` tag only. */
export interface Ssml {
  readonly ssml: string;
}

/** Marks a template as SSML: its own text is taken as it stands, strings put into it are escaped, SSML put into it is not. */
export function ssml(texts: TemplateStringsArray, ...values: readonly (string | Ssml)[]): Ssml {
  const parts = texts.map((text, index) => {
    const value = values[index];
    if (value === undefined) return text;
    return `${text}${typeof value === 'string' ? escaped(plainText(value)) : value.ssml}`;
  });
  return { ssml: parts.join('') };
}

/** Unlike the SDK's, it takes no text for escaped already: what a caller says is what is said back. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => references[character] ?? '');
}
