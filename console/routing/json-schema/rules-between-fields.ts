import type { JsonSchema } from './schema-part.ts';

/** What one field says about another: zod has it in functions, JSON Schema in keywords of its own. */
export function rulesBetweenFields(schema: JsonSchema): JsonSchema {
  const { exactlyOneOf, properties = {}, propertyNames, additionalProperties } = schema;
  const has = (...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(properties, name));
  // Attempts say by metadata which fields exclude each other.
  if (Array.isArray(exactlyOneOf)) return { oneOf: exactlyOneOf.map((kind) => requires(String(kind))) };
  if (has('date', 'every'))
    return { oneOf: [requires('date'), requires('every')], dependentRequired: { observed: ['every'] } };
  if (has('like', 'timeZone', 'weekly')) return { anyOf: [requires('like'), requires('timeZone', 'weekly')] };
  if (has('coordinates', 'postalCode')) return { anyOf: [requires('coordinates'), requires('postalCode')] };
  if (has('from', 'below')) return { anyOf: [requires('from'), requires('below')] };
  // Texts by locale; lists of synonyms by locale can do without a default.
  if (isSchema(propertyNames) && isSchema(additionalProperties) && additionalProperties.type === 'string')
    return propertyNames.anyOf?.some((name) => isSchema(name) && name.const === 'default') === true
      ? requires('default')
      : {};
  return {};
}

function requires(...names: readonly string[]): JsonSchema {
  return { required: [...names] };
}

function isSchema(part: JsonSchema | boolean | undefined): part is JsonSchema {
  return typeof part === 'object';
}
