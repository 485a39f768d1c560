import { pstnAudioJsonSchema } from '../../../../../../infra/local/pstn-audio/config/json-schema.ts';
import { pstnAudioConfigSchema } from '../../../../../../infra/local/pstn-audio/config/config-schema.ts';

interface Part {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
  readonly additionalProperties?: unknown;
  readonly required?: readonly string[];
}

describe('the JSON Schema of configurations', () => {
  const schema = pstnAudioJsonSchema() as unknown as Part & { readonly $schema: string; readonly title: string };

  it('says what it is, and of which draft', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.title).toBe('Local Amazon Chime SDK PSTN Audio');
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  it('knows each section, takes no other, and demands none', () => {
    expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(pstnAudioConfigSchema.shape));
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required ?? []).toEqual([]);
  });

  it('tells what a field means where its name does not', () => {
    const route = schema.properties?.['VoiceConnectors']?.items?.properties?.['Origination']?.properties?.['Routes'];

    expect(route?.items?.properties?.['Weight']?.description).toBe('Share of calls within a priority.');
    expect(schema.properties?.['Buckets']?.description).toContain('each a folder');
  });
});
