import * as z from 'zod';
import { pstnAudioConfigSchema } from './config-schema.ts';

/**
 * The JSON Schema of configuration files, for editors. It says less than the check does: what is named elsewhere in the file is
 * beyond it.
 */
export function pstnAudioJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(pstnAudioConfigSchema, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema',
    title: 'Local Amazon Chime SDK PSTN Audio',
    description: 'SIP media applications on one machine: numbers, rules, functions, trunks and the telephone network.',
    ...rest,
  };
}
