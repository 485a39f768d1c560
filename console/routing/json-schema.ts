import * as z from 'zod';
import { routingTableFileSchema } from '../../shared/contracts/routing-table-file.ts';
import { fieldHelp } from './json-schema/field-help.ts';
import { rulesBetweenFields } from './json-schema/rules-between-fields.ts';
import type { JsonSchema } from './json-schema/schema-part.ts';

/**
 * The JSON Schema of table files, for editors: what may stand where, and what it means. It says less than `check` does: what is
 * named elsewhere in the file, numbers that may not be dialled and time zones are beyond it.
 */
export function tableFileJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(routingTableFileSchema, { target: 'draft-2020-12', io: 'input' });
  const { $schema, ...rest } = told(schema, '');
  const title = 'Routing table';
  const description = 'Where calls go: the first rule that fits takes the call, the default takes everybody else.';
  return { $schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema', title, description, ...rest };
}

/** The schema, and all within it, with help and with what zod keeps in functions. */
function told(schema: JsonSchema, path: string): JsonSchema {
  const { exactlyOneOf: _metadata, ...rest } = schema;
  const { properties, items, additionalProperties, anyOf } = schema;
  const description = fieldHelp[generalPath(path)];
  return {
    ...rest,
    ...(description === undefined ? {} : { description }),
    ...rulesBetweenFields(schema),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, part]) => [
              name,
              toldPart(part, path === '' ? name : `${path}.${name}`),
            ]),
          ),
        }),
    ...(items === undefined || Array.isArray(items) ? {} : { items: toldPart(items, `${path}[]`) }),
    ...(additionalProperties === undefined
      ? {}
      : { additionalProperties: toldPart(additionalProperties, `${path}.*`) }),
    // Which of them it is does not show in the path; the help has been given.
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((part) => withoutHelp(told(part, path))) }),
  };
}

function toldPart(part: JsonSchema | boolean, path: string): JsonSchema | boolean {
  return typeof part === 'boolean' ? part : told(part, path);
}

function withoutHelp({ description: _description, ...rest }: JsonSchema): JsonSchema {
  return rest;
}

/** Attempts, what callers are granted, and holidays mean the same wherever they stand. */
function generalPath(path: string): string {
  return path
    .replace(/^.*(?:\battempts|\bchoice\.from)\[\]/, 'attempt')
    .replace(/^(?:rules\[\]|default)\.(?=(?:recording|afterwards|keys)\b)/, 'service.')
    .replace(/^(?:holidayLists\.\*|schedules\.\*\.holidays)\[\]/, 'holiday');
}
