export interface SpeechOptions {
  readonly textType: 'text' | 'ssml';
  /** BCP 47: "en-US". */
  readonly languageCode?: string;
}

/** Turns text into speech. */
export interface SpeechSynthesizer {
  /** For transcripts: which one it is. */
  readonly name: string;
  /** 8 kHz mono; rejects when the text cannot be spoken. */
  say(text: string, options: SpeechOptions): Promise<Int16Array>;
}
