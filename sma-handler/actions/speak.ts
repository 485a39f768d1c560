import type { SpeakAction } from '../../shared/contracts/sma-response.ts';
import type { SpokenWords } from '../../shared/domain/call-speech/words.ts';

/** Says words to the caller. */
export function speak(words: SpokenWords): SpeakAction {
  return { Type: 'Speak', Parameters: { ParticipantTag: 'LEG-A', ...spoken(words) } };
}

/** Words as Speak and SpeakAndGetDigits take them. */
export function spoken({ text, languageCode, voiceId }: SpokenWords): {
  Text: string;
  Engine: 'neural';
  LanguageCode: string;
  TextType: 'text';
  VoiceId: string;
} {
  return { Text: text, Engine: 'neural', LanguageCode: languageCode, TextType: 'text', VoiceId: voiceId };
}
