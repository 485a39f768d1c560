import * as z from 'zod';

/**
 * An interaction model as it stands in `interactionModels/custom/<locale>.json`
 * (Alexa Skills Kit documentation, interaction-model-schema). Unknown fields are refused, as Alexa refuses them.
 */
const slotSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z][\w.]*$/, 'must be letters, digits, underscores and periods, and start with a letter'),
  type: z.string().min(1),
  samples: z.array(z.string()).optional(),
  multipleValues: z
    .strictObject({ enabled: z.literal(false, 'slots of several values are not supported here') })
    .optional(),
});

const intentSchema = z.strictObject({
  name: z.string().regex(/^[A-Za-z][\w.]*$/, 'must be letters, underscores and periods'),
  slots: z.array(slotSchema).optional(),
  samples: z.array(z.string()).optional(),
});

const slotTypeSchema = z.strictObject({
  name: z.string().min(1),
  values: z
    .array(
      z.strictObject({
        id: z.string().nullish(),
        name: z.strictObject({ value: z.string().min(1), synonyms: z.array(z.string()).optional() }),
      }),
    )
    .default([]),
});

/** The validations that are carried out here; a model with any other is refused. */
const validationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hasEntityResolutionMatch'), prompt: z.string() }),
  z.strictObject({ type: z.literal('isInSet'), values: z.array(z.string()), prompt: z.string() }),
  z.strictObject({ type: z.literal('isNotInSet'), values: z.array(z.string()), prompt: z.string() }),
]);

const dialogSlotSchema = z.strictObject({
  name: z.string(),
  type: z.string(),
  elicitationRequired: z.boolean().default(false),
  confirmationRequired: z.boolean().default(false),
  prompts: z.strictObject({ elicitation: z.string().optional(), confirmation: z.string().optional() }).default({}),
  validations: z.array(validationSchema).default([]),
});

const delegationStrategySchema = z.enum(['ALWAYS', 'SKILL_RESPONSE']);

const dialogIntentSchema = z.strictObject({
  name: z.string(),
  delegationStrategy: delegationStrategySchema.optional(),
  confirmationRequired: z.boolean().default(false),
  prompts: z.strictObject({ confirmation: z.string().optional() }).default({}),
  slots: z.array(dialogSlotSchema).default([]),
});

export const interactionModelSchema = z.strictObject({
  languageModel: z.strictObject({
    invocationName: z.string().min(1),
    intents: z.array(intentSchema).min(1),
    types: z.array(slotTypeSchema).default([]),
    /** Tunes how readily Alexa takes FallbackIntent; matching is exact here, so it changes nothing. */
    modelConfiguration: z.looseObject({}).optional(),
  }),
  dialog: z
    .strictObject({
      intents: z.array(dialogIntentSchema).default([]),
      delegationStrategy: delegationStrategySchema.optional(),
    })
    .optional(),
  prompts: z
    .array(
      z.strictObject({
        id: z.string(),
        variations: z.array(z.strictObject({ type: z.enum(['PlainText', 'SSML']), value: z.string().min(1) })).min(1),
      }),
    )
    .default([]),
});

export const interactionModelFileSchema = z.strictObject({
  interactionModel: interactionModelSchema,
  version: z.string().optional(),
  description: z.string().optional(),
});

export type InteractionModel = z.infer<typeof interactionModelSchema>;
export type ModelIntent = z.infer<typeof intentSchema>;
export type ModelSlot = z.infer<typeof slotSchema>;
export type ModelSlotType = z.infer<typeof slotTypeSchema>;
export type DialogIntent = z.infer<typeof dialogIntentSchema>;
export type DialogSlot = z.infer<typeof dialogSlotSchema>;
export type SlotValidation = z.infer<typeof validationSchema>;
