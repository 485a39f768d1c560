import * as z from 'zod';

/** As much of an interaction model as is touched here (Alexa Skills Kit documentation, interaction-model-schema). */
const interactionModelSchema = z.looseObject({
  interactionModel: z.looseObject({
    languageModel: z.looseObject({ types: z.array(z.looseObject({ name: z.string() })).exactOptional() }),
  }),
});
export type InteractionModel = z.infer<typeof interactionModelSchema>;

export type InteractionModelReading =
  | { readonly kind: 'read'; readonly model: InteractionModel }
  /** `problem` continues a sentence that begins with the file's name. */
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Reads `interactionModels/custom/<locale>.json`. */
export function readInteractionModel(text: string): InteractionModelReading {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { kind: 'unreadable', problem: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  // The content itself, for its keys are to stay in their order.
  if (isInteractionModel(content)) return { kind: 'read', model: content };
  return { kind: 'unreadable', problem: 'is not an interaction model: it needs interactionModel.languageModel' };
}

/** As it is kept in a repository: two blanks for each level, and a line end. */
export function interactionModelText(model: InteractionModel): string {
  return `${JSON.stringify(model, undefined, 2)}\n`;
}

function isInteractionModel(content: unknown): content is InteractionModel {
  return interactionModelSchema.safeParse(content).success;
}
