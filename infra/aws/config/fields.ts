import * as z from 'zod';

const blank = 'is empty: give it a value, or take the line out';

/** Text as it is given; YAML reads digits without quotes as a number. */
export function text(most: number): z.ZodString {
  return z
    .string({
      error: ({ input }) =>
        input === undefined ? 'is missing' : input === null ? blank : 'must be text: put it in quotes',
    })
    .min(1, 'must not be empty')
    .max(most, `must have ${most} characters at most`);
}

/** Lower-case words joined by "-": what AWS takes in every kind of name. */
export function kebab(fewest: number, most: number): z.ZodString {
  return text(most)
    .min(fewest, `must have ${fewest} to ${most} characters`)
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by "-": "example-bank"');
}

/** `what`: the unit, in the plural. */
export function wholeNumber(least: number, most: number, what: string): z.ZodInt {
  const rule = `must be a whole number from ${least} to ${most}: ${what}`;
  return z
    .int({ error: ({ input }) => (input === undefined ? `is missing: ${what}, ${least} to ${most}` : rule) })
    .min(least, rule)
    .max(most, rule);
}

export function chosenFrom<const Choice extends string>(
  choices: readonly Choice[],
): z.ZodEnum<{ [Each in Choice]: Each }> {
  const known = choices.join(' or ');
  return z.enum(choices, { error: ({ input }) => (input === undefined ? `is missing: ${known}` : `must be ${known}`) });
}
