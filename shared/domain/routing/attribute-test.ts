import { assertNever } from '../assert-never.ts';

/** What a table may ask of one attribute of the call context. An attribute is text; `range` reads it as a number. */
export type AttributeTest =
  | { readonly kind: 'in'; readonly anyOf: readonly string[] }
  | { readonly kind: 'prefix'; readonly anyOf: readonly string[] }
  /** `from` included, `below` not, so that ranges can follow each other without a gap. At least one of them. */
  | { readonly kind: 'range'; readonly from?: number; readonly below?: number }
  | { readonly kind: 'exists'; readonly is: boolean };

/** Whether the attribute passes; one that is not there passes only a test for its absence. */
export function attributePasses(test: AttributeTest, value: string | undefined): boolean {
  switch (test.kind) {
    case 'in':
      return value !== undefined && test.anyOf.includes(value);
    case 'prefix':
      return value !== undefined && test.anyOf.some((prefix) => value.startsWith(prefix));
    case 'range': {
      const number = numberOf(value);
      return number !== undefined && number >= (test.from ?? -Infinity) && number < (test.below ?? Infinity);
    }
    case 'exists':
      return (value !== undefined) === test.is;
    default:
      return assertNever(test);
  }
}

/** The number that a text stands for, in plain decimals: "1200", "-3", "0.50". */
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
}
