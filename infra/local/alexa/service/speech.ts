import type { OutputSpeech } from './response.ts';
import { escapeSsml } from './ssml.ts';

export function plain(text: string): OutputSpeech {
  return { type: 'PlainText', text };
}

/** Both in one breath. */
export function joined(
  first: OutputSpeech | null | undefined,
  then: OutputSpeech | null | undefined,
): OutputSpeech | undefined {
  if (first === undefined || first === null) return then ?? undefined;
  if (then === undefined || then === null) return first;
  if (first.type === 'PlainText' && then.type === 'PlainText') return plain(`${first.text} ${then.text}`.trim());
  return { type: 'SSML', ssml: `<speak>${insideOf(first)} ${insideOf(then)}</speak>` };
}

function insideOf(speech: OutputSpeech): string {
  if (speech.type === 'PlainText') return escapeSsml(speech.text);
  return speech.ssml
    .trim()
    .replace(/^<speak\b[^>]*>/, '')
    .replace(/<\/speak>$/, '');
}
