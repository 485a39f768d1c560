import * as z from 'zod';
import { participantTags } from '../sma-event.ts';

/** Which leg an action is for: CallId counts before ParticipantTag; without either it is the leg that was told of. */
export const callLeg = { CallId: z.string().optional(), ParticipantTag: z.enum(participantTags).optional() };

export const e164 = z.string().regex(/^\+[1-9]\d{1,14}$/, 'must be an E.164 number');

/** A WAV file in a bucket of the application's own account (Amazon Chime SDK developer guide, play-audio). */
export const audioSourceSchema = z.object({
  Type: z.literal('S3'),
  BucketName: z.string().min(1),
  Key: z.string().min(1),
});
export type AudioSourceParameter = z.infer<typeof audioSourceSchema>;

/** A key that ends something: 0-9, * or #. */
export const digitSchema = z.string().regex(/^[\d*#]$/, 'must be one of 0-9, * and #');

/** Milliseconds or seconds of which there must be at least one. */
export const positive = z.int().min(1);

export const engines = ['standard', 'neural'] as const;

/** What is said, and how (Amazon Chime SDK developer guide, speak). */
export const speechParameters = {
  Text: z.string().min(1).max(1000),
  /** Default: standard. */
  Engine: z.enum(engines).optional(),
  /** BCP 47, such as en-US. */
  LanguageCode: z.string().optional(),
  /** Default: text. */
  TextType: z.enum(['text', 'ssml']).optional(),
  /** A voice of Amazon Polly; default: Joanna. */
  VoiceId: z.string().optional(),
};

/** A duration; the longest is what a timer can count. */
export const milliseconds = z.int().min(1).max(2_147_483_647);

/** How digits are gathered, by PlayAudioAndGetDigits and SpeakAndGetDigits alike (Amazon Chime SDK developer guide, play-audio-get-digits). */
export const digitEntryParameters = {
  /** Found anywhere in the digits, unless it is anchored. */
  InputDigitsRegex: z.string().optional(),
  /** Default: 0. */
  MinNumberOfDigits: z.int().min(0).max(128).optional(),
  /** Default: 128. The page wants more than MinNumberOfDigits; as many were seen to do. */
  MaxNumberOfDigits: z.int().min(1).max(128).optional(),
  /** Default: #. */
  TerminatorDigits: z.array(digitSchema).optional(),
  /** Default: RepeatDurationInMilliseconds. */
  InBetweenDigitsDurationInMilliseconds: milliseconds.optional(),
  /** Attempts in all; default: 1. */
  Repeat: positive.optional(),
  /** How long the first digit of an attempt is waited for. */
  RepeatDurationInMilliseconds: milliseconds,
};
