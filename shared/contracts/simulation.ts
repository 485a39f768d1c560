import * as z from 'zod';

/** A call that was not made: where it would have gone, why, and what its caller would have heard. Newer releases may add fields. */
const coordinatesSchema = z.object({ latitude: z.number(), longitude: z.number() });

/** From the beginning of the call, in whole seconds. Words take about as long as a calm voice needs for them. */
const span = { from: z.int().nonnegative(), to: z.int().nonnegative() } as const;

const branch = {
  branchId: z.string(),
  name: z.string(),
  /** From the caller, in a straight line; absent where it is not known where they are. */
  kilometers: z.number().nonnegative().exactOptional(),
  coordinates: coordinatesSchema,
} as const;

/** How an attempt ends in a simulation. `misconfigured`: what a service named may not be rung. */
export const attemptEndings = ['answered', 'notAnswered', 'unreachable', 'misconfigured', 'nobodyNamed'] as const;

const attemptItemSchema = z.object({
  ...span,
  kind: z.literal('attempt'),
  /** Counted from 1; messages count. */
  number: z.int().positive(),
  /** "branch:tacoma". */
  destination: z.string(),
  outcome: z.enum(attemptEndings),
  /** Of a look-up that was answered: whom the service names. */
  named: z.string().exactOptional(),
  /** What the table has follow a failure. */
  policy: z.enum(['next', 'nextKind', 'end']).exactOptional(),
  /** "branch tacoma rings for 20 s and nobody answers: the next attempt follows". */
  text: z.string(),
});

const wordsItemSchema = z.object({
  ...span,
  kind: z.literal('words'),
  /** `table`: of a message, a voicemail or the menu's greeting; `function`: what every call is told. */
  of: z.enum(['table', 'function']),
  text: z.string(),
  /** BCP 47: the language that the voice speaks. */
  language: z.string(),
});

const questionItemSchema = z.object({
  ...span,
  kind: z.literal('question'),
  question: z.enum(['menu', 'callback', 'recording']),
  text: z.string(),
  language: z.string(),
  /** The key that the caller presses; absent: none, and they are asked `times` times. */
  key: z.string().exactOptional(),
  times: z.int().positive(),
});

export const timelineItemSchema = z.discriminatedUnion('kind', [
  attemptItemSchema,
  wordsItemSchema,
  questionItemSchema,
]);
export type TimelineItem = z.infer<typeof timelineItemSchema>;

/** `defaultDestination`: the table leaves nobody to try, so that the function's own destination is rung. */
export const callEnds = ['talk', 'voicemail', 'message', 'apology', 'defaultDestination'] as const;

/** Of `POST /tables/{name}/simulate`. */
export const simulationSchema = z.object({
  at: z.iso.datetime(),
  /** What lots were drawn by. */
  seed: z.string(),
  /** Absent for a table that is not published. */
  tableVersion: z.int().positive().exactOptional(),
  /** The rule that fits, or "default". */
  ruleId: z.string(),
  /** The rule had nobody left to try, and the default's attempts are made. */
  defaultUsed: z.boolean(),
  /** The number that is shown to whoever is rung. */
  callerId: z.string(),
  plan: z.array(z.object({ destination: z.string(), text: z.string() })),
  /** What is granted beside: "recorded, and callers are told". */
  service: z.string().exactOptional(),
  /** Rules before the one that fits, in order, each with the first of its conditions that does not hold. */
  rulesPassedOver: z.array(
    z.object({
      ruleId: z.string(),
      /** The kind of condition: "reason", "schedule". */
      condition: z.string(),
      /** "reason is billing". */
      asks: z.string(),
      /** What the caller has in its place: "lost-card"; absent: nothing that is known. */
      has: z.string().exactOptional(),
      /** "asks: reason is billing; the caller's is lost-card". */
      text: z.string(),
    }),
  ),
  /** What else led here: lots that were drawn, attempts that gave nobody. */
  why: z.array(z.string()),
  branches: z.object({
    /** Where the caller is, as far as it is known: also by a postal code. */
    from: coordinatesSchema.exactOptional(),
    /** In the order in which they are tried. */
    chosen: z.array(z.object(branch)),
    passedOver: z.array(z.object({ ...branch, because: z.string(), text: z.string() })),
    /** How many more were passed over. */
    more: z.int().nonnegative(),
  }),
  /** Absent: the caller is not asked. */
  menu: z
    .object({
      options: z.array(z.object({ key: z.string(), reasonId: z.string(), name: z.string() })),
      /** What they choose; absent: nothing. */
      chosen: z.string().exactOptional(),
    })
    .exactOptional(),
  timeline: z.array(timelineItemSchema),
  ending: z.object({
    kind: z.enum(callEnds),
    /** With whom the caller talks. */
    destination: z.string().exactOptional(),
    /** After so many seconds. */
    at: z.int().nonnegative(),
    text: z.string(),
  }),
  /** What is odd about the question: "lost-crad" is no reason of this table. */
  doubts: z.array(z.string()),
});
export type Simulation = z.infer<typeof simulationSchema>;
export type PassedOverRule = Simulation['rulesPassedOver'][number];
export type SimulatedEnding = Simulation['ending'];
