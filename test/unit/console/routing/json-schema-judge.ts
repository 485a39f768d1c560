/**
 * A judge of values by JSON Schema (draft 2020-12), for the keywords that the table schema uses. It refuses to judge by any other,
 * so that nothing is passed over in silence.
 */
type Part = Readonly<Record<string, unknown>>;
type Check = (value: unknown, argument: unknown, schema: Part) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const all = (value: unknown, schemas: unknown): boolean[] => (schemas as unknown[]).map((each) => accepts(each, value));
const count = (verdicts: readonly boolean[]): number => verdicts.filter(Boolean).length;

/** Annotations say nothing about a value. */
const annotations = ['$schema', 'title', 'description', 'default', 'format'];

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
};

const checks: Readonly<Record<string, Check>> = {
  type: (value, name) => types[String(name)]?.(value) ?? false,
  const: (value, wanted) => value === wanted,
  enum: (value, wanted) => (wanted as unknown[]).includes(value),
  pattern: (value, pattern) => typeof value !== 'string' || new RegExp(String(pattern), 'u').test(value),
  minLength: (value, least) => typeof value !== 'string' || Array.from(value).length >= Number(least),
  maxLength: (value, most) => typeof value !== 'string' || Array.from(value).length <= Number(most),
  minimum: (value, least) => typeof value !== 'number' || value >= Number(least),
  maximum: (value, most) => typeof value !== 'number' || value <= Number(most),
  exclusiveMinimum: (value, least) => typeof value !== 'number' || value > Number(least),
  exclusiveMaximum: (value, most) => typeof value !== 'number' || value < Number(most),
  minItems: (value, least) => !Array.isArray(value) || value.length >= Number(least),
  maxItems: (value, most) => !Array.isArray(value) || value.length <= Number(most),
  prefixItems: (value, schemas) =>
    !Array.isArray(value) ||
    (schemas as unknown[]).every((each, index) => !(index in value) || accepts(each, value[index])),
  items: (value, schema, { prefixItems = [] }) =>
    !Array.isArray(value) || value.slice((prefixItems as unknown[]).length).every((item) => accepts(schema, item)),
  required: (value, names) => !isObject(value) || (names as string[]).every((name) => Object.hasOwn(value, name)),
  dependentRequired: (value, rules) =>
    !isObject(value) ||
    Object.entries(rules as Record<string, string[]>).every(
      ([name, others]) => !Object.hasOwn(value, name) || others.every((other) => Object.hasOwn(value, other)),
    ),
  properties: (value, schemas) =>
    !isObject(value) ||
    Object.entries(schemas as Part).every(([name, each]) => !Object.hasOwn(value, name) || accepts(each, value[name])),
  propertyNames: (value, schema) => !isObject(value) || Object.keys(value).every((name) => accepts(schema, name)),
  additionalProperties: (value, schema, { properties = {} }) =>
    !isObject(value) ||
    Object.entries(value).every(([name, each]) => Object.hasOwn(properties as Part, name) || accepts(schema, each)),
  anyOf: (value, schemas) => count(all(value, schemas)) >= 1,
  oneOf: (value, schemas) => count(all(value, schemas)) === 1,
};

/** @throws Error for a keyword that it does not know. */
export function accepts(schema: unknown, value: unknown): boolean {
  if (typeof schema === 'boolean') return schema;
  if (!isObject(schema)) throw new Error(`not a schema: ${JSON.stringify(schema)}`);
  return Object.entries(schema)
    .filter(([keyword]) => !annotations.includes(keyword))
    .every(([keyword, argument]) => {
      const check = checks[keyword];
      if (check === undefined) throw new Error(`unknown keyword ${keyword}`);
      return check(value, argument, schema);
    });
}

/** Every schema within a schema, itself included, with its JSON pointer. */
export function* partsOf(schema: unknown, pointer = '#'): Generator<readonly [string, Part]> {
  if (!isObject(schema)) return;
  yield [pointer, schema];
  for (const keyword of ['items', 'propertyNames', 'additionalProperties'])
    yield* partsOf(schema[keyword], `${pointer}/${keyword}`);
  for (const keyword of ['prefixItems', 'anyOf', 'oneOf', 'properties'])
    for (const [name, part] of Object.entries(schema[keyword] ?? {}))
      yield* partsOf(part, `${pointer}/${keyword}/${name}`);
}
