import * as z from 'zod';
import { plainTextOf, ssmlProblem } from './ssml.ts';

/** Limits of a response (Alexa Skills Kit documentation, request-and-response-json-reference). */
export const maximumResponseBytes = 120 * 1024;
export const maximumSpeechCharacters = 8000;
const maximumCardCharacters = 8000;
const maximumImageUrlCharacters = 2000;

const playBehavior = z.enum(['ENQUEUE', 'REPLACE_ALL', 'REPLACE_ENQUEUED']).nullish();
const outputSpeechSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('PlainText'), text: z.string(), playBehavior }),
    z.object({ type: z.literal('SSML'), ssml: z.string(), playBehavior }),
  ])
  .superRefine((speech, context) => {
    const said = speech.type === 'SSML' ? speech.ssml : speech.text;
    if (said.length > maximumSpeechCharacters)
      context.addIssue({
        code: 'custom',
        message: `${said.length} characters are more than ${maximumSpeechCharacters}`,
      });
    const problem = speech.type === 'SSML' ? ssmlProblem(speech.ssml) : undefined;
    if (problem !== undefined) context.addIssue({ code: 'custom', message: `Invalid SSML Output Speech: ${problem}` });
  });

const imageUrl = z
  .url({ protocol: /^https$/ })
  .max(maximumImageUrlCharacters)
  .nullish();
const cardSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('Simple'), title: z.string().nullish(), content: z.string().nullish() }),
    z.object({
      type: z.literal('Standard'),
      title: z.string().nullish(),
      text: z.string().nullish(),
      image: z.object({ smallImageUrl: imageUrl, largeImageUrl: imageUrl }).nullish(),
    }),
    z.object({ type: z.literal('LinkAccount') }),
    z.object({ type: z.literal('AskForPermissionsConsent'), permissions: z.array(z.string()).min(1) }),
  ])
  .refine(
    (card) =>
      Object.values(card)
        .filter((part) => typeof part === 'string')
        .join('').length <= maximumCardCharacters,
    `has more than ${maximumCardCharacters} characters`,
  );

const directiveSchema = z.looseObject({ type: z.string() });

const responseSchema = z.object({
  outputSpeech: outputSpeechSchema.nullish(),
  card: cardSchema.nullish(),
  reprompt: z
    .object({ outputSpeech: outputSpeechSchema.nullish(), directives: z.array(directiveSchema).nullish() })
    .nullish(),
  directives: z.array(directiveSchema).nullish(),
  /** true ends the session, false or null opens the microphone; left out, a device without a screen closes it. */
  shouldEndSession: z.boolean().nullish(),
});

const envelopeSchema = z.object({
  version: z.string().min(1),
  sessionAttributes: z.record(z.string(), z.unknown()).nullish(),
  response: responseSchema,
});

export type OutputSpeech =
  { readonly type: 'PlainText'; readonly text: string } | { readonly type: 'SSML'; readonly ssml: string };
export type Card = z.infer<typeof cardSchema>;
export type SkillResponse = z.infer<typeof responseSchema>;
export type ResponseEnvelope = z.infer<typeof envelopeSchema>;

export type ResponseReading =
  | { readonly kind: 'valid'; readonly envelope: ResponseEnvelope }
  | { readonly kind: 'invalid'; readonly problem: string };

/** Takes what a skill answered as Alexa takes it: nothing that breaks a documented rule or limit. */
export function readResponse(answer: unknown): ResponseReading {
  const bytes = Buffer.byteLength(JSON.stringify(answer) ?? '');
  if (bytes > maximumResponseBytes)
    return { kind: 'invalid', problem: `the response has ${bytes} bytes, more than ${maximumResponseBytes}` };
  const parsed = envelopeSchema.safeParse(answer);
  if (parsed.success) return { kind: 'valid', envelope: parsed.data };
  return {
    kind: 'invalid',
    problem: parsed.error.issues
      .map(({ path, message }) => `${path.length === 0 ? 'the response' : path.join('.')}: ${message}`)
      .join('; '),
  };
}

/** What is heard: the plain words. */
export function spokenText(speech: OutputSpeech | null | undefined): string {
  if (speech === undefined || speech === null) return '';
  return speech.type === 'SSML' ? plainTextOf(speech.ssml) : speech.text.trim();
}
