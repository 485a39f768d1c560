import type { SpeakAction } from '../../shared/contracts/sma-response.ts';
import type { SpokenWords } from '../speech/words.ts';

/** Says words to the caller. */
export function speak({ text, languageCode, voiceId }: SpokenWords): SpeakAction {
  return {
    Type: 'Speak',
    Parameters: {
      ParticipantTag: 'LEG-A',
      Text: text,
      Engine: 'neural',
      LanguageCode: languageCode,
      TextType: 'text',
      VoiceId: voiceId,
    },
  };
}
