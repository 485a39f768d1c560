import type { PollyEngine } from './polly-ssml.ts';

/** A voice of Amazon Polly. */
export interface PollyVoice {
  /** BCP 47, as Polly writes it; of a bilingual voice the language that it speaks unless told otherwise. */
  readonly language: string;
  readonly engines: readonly PollyEngine[];
}

/**
 * Voices by language: S for standard, N for neural, B for both (Amazon Polly developer guide, available-voices; where the pages differ
 * on an engine, the voice has it). Voices without either engine cannot be used by PSTN Audio.
 */
const table: Readonly<Record<string, string>> = {
  arb: 'Zeina:S',
  'ar-AE': 'Hala:N Zayd:N',
  'ca-ES': 'Arlet:N',
  'cmn-CN': 'Zhiyu:B',
  'cs-CZ': 'Jitka:N',
  'cy-GB': 'Gwyneth:S',
  'da-DK': 'Naja:S Mads:S Sofie:N',
  'de-AT': 'Hannah:N',
  'de-CH': 'Sabrina:N',
  'de-DE': 'Marlene:S Vicki:B Hans:S Daniel:N',
  'en-AU': 'Nicole:S Olivia:N Russell:S',
  'en-GB': 'Amy:B Emma:B Brian:B Arthur:N',
  'en-GB-WLS': 'Geraint:S',
  'en-IE': 'Niamh:N',
  'en-IN': 'Aditi:S Raveena:S Kajal:N',
  'en-NZ': 'Aria:N',
  'en-SG': 'Jasmine:N',
  'en-US':
    'Danielle:N Gregory:N Ivy:B Joanna:B Kendra:B Kimberly:B Salli:B Joey:B Justin:B Kevin:B Matthew:B Ruth:N Stephen:N',
  'en-ZA': 'Ayanda:N',
  'es-ES': 'Conchita:S Lucia:B Enrique:S Sergio:N',
  'es-MX': 'Mia:B Andres:N',
  'es-US': 'Lupe:B Penelope:S Miguel:S Pedro:N',
  'fi-FI': 'Suvi:N',
  'fr-BE': 'Isabelle:N',
  'fr-CA': 'Chantal:S Gabrielle:N Liam:N',
  'fr-FR': 'Celine:S Lea:B Mathieu:S Remi:N',
  'is-IS': 'Dora:S Karl:S',
  'it-IT': 'Carla:S Bianca:B Giorgio:S Adriano:N',
  'ja-JP': 'Mizuki:S Takumi:B Kazuha:N Tomoko:N',
  'ko-KR': 'Seoyeon:B Jihye:N',
  'nb-NO': 'Liv:S Ida:N',
  'nl-BE': 'Lisa:N',
  'nl-NL': 'Laura:N Lotte:S Ruben:S',
  'pl-PL': 'Ewa:S Maja:S Jacek:S Jan:S Ola:N',
  'pt-BR': 'Camila:B Vitoria:B Ricardo:S Thiago:N',
  'pt-PT': 'Ines:B Cristiano:S',
  'ro-RO': 'Carmen:S',
  'ru-RU': 'Tatyana:S Maxim:S',
  'sv-SE': 'Astrid:S Elin:N',
  'tr-TR': 'Filiz:S Burcu:N',
  'yue-CN': 'Hiujin:N',
};

const enginesOf: Readonly<Record<string, readonly PollyEngine[]>> = {
  S: ['standard'],
  N: ['neural'],
  B: ['standard', 'neural'],
};

export const pollyVoices: ReadonlyMap<string, PollyVoice> = new Map(
  Object.entries(table).flatMap(([language, voices]) =>
    voices.split(' ').map((voice): [string, PollyVoice] => {
      const [name = '', engines = ''] = voice.split(':');
      return [name, { language, engines: enginesOf[engines] ?? [] }];
    }),
  ),
);

/** SynthesizeSpeech, LanguageCode. Hindi has no voice of its own: two voices of India speak it too (bilingual-voices). */
export const pollyLanguages: ReadonlySet<string> = new Set([...Object.keys(table), 'hi-IN']);
