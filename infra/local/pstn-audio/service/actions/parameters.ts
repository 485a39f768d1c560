import type * as z from 'zod';

export type ParametersReading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  /** The top-level parameters that are missing or wrong. */
  | { readonly kind: 'invalid'; readonly missing: readonly string[]; readonly wrong: readonly string[] };

/** Numbers that were seen to come as text, and to come back as numbers. */
const numeric = /(?:Milliseconds|Seconds|Threshold|NumberOfDigits|^Repeat)$/;

/** Making a schema, and its first reading, costs more than all that it reads in a call. */
const lenient = new WeakMap<z.ZodObject, z.ZodObject>();

/**
 * Reads an action's parameters as AWS does: unknown ones are passed over, null and empty text count as absent, numbers may be
 * text. `schema` is the Parameters of an action in shared/contracts/sma-actions.
 */
export function readParameters<Schema extends z.ZodObject>(
  schema: Schema,
  parameters: Readonly<Record<string, unknown>>,
): ParametersReading<z.infer<Schema>> {
  const given = normalisedParameters(parameters);
  const read = stripped(schema).safeParse(given);
  if (read.success) return { kind: 'read', value: read.data as z.infer<Schema> };
  const names = [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')))];
  return {
    kind: 'invalid',
    missing: names.filter((name) => !(name in given)),
    wrong: names.filter((name) => name in given),
  };
}

function stripped(schema: z.ZodObject): z.ZodObject {
  const known = lenient.get(schema);
  if (known !== undefined) return known;
  const made = schema.strip();
  lenient.set(schema, made);
  return made;
}

/** Parameters as AWS gives them back: without what counts as absent, numbers as numbers. */
export function normalisedParameters(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined && each !== null && each !== '')
      .map(([name, each]) => [name, normalisedValue(name, each)]),
  );
}

function normalisedValue(name: string, value: unknown): unknown {
  if (typeof value === 'string' && numeric.test(name) && /^\d{1,9}$/.test(value)) return Number(value);
  if (Array.isArray(value)) return value.map((each: unknown) => (isRecord(each) ? normalisedParameters(each) : each));
  // Headers and attributes are the function's own text: an empty one may be meant.
  return isRecord(value) && name !== 'SipHeaders' && name !== 'SessionAttributes' ? normalisedParameters(value) : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
