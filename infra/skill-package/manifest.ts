import * as z from 'zod';
import { skillLocales } from '../../shared/contracts/skill-locales.ts';
import type { PackageWishes } from './wishes.ts';

const pageSchema = z.url({ protocol: /^https$/ });
const publishingSchema = z.strictObject({
  name: z.string().min(2).max(50),
  summary: z.string().min(1).max(160),
  description: z.string().min(1).max(4000),
  examplePhrases: z.array(z.string().max(200)).min(1).max(3),
  keywords: z.array(z.string().max(150)).max(30),
  smallIconUri: z.string().optional(),
  largeIconUri: z.string().optional(),
});
const privacySchema = z.strictObject({ privacyPolicyUrl: pageSchema, termsOfUseUrl: pageSchema });
const endpointSchema = z.strictObject({ uri: z.string().regex(/^arn:/) });

function byLocale<Schema extends z.ZodType>(schema: Schema): z.ZodRecord<z.ZodEnum<Locales>, Schema> {
  return z.record(z.enum(skillLocales), schema);
}
type Locales = { [Locale in (typeof skillLocales)[number]]: Locale };

/**
 * As much of a skill manifest as this skill has, with the limits that the Skill Management API sets
 * (Alexa Skills Kit documentation, skill-manifest; the model of the API in ask-smapi-model).
 */
export const skillManifestSchema = z.strictObject({
  manifest: z.strictObject({
    manifestVersion: z.literal('1.0'),
    publishingInformation: z.strictObject({
      locales: byLocale(publishingSchema),
      isAvailableWorldwide: z.literal(false),
      distributionCountries: z.array(z.enum(['US', 'CA'])).min(1),
      distributionMode: z.enum(['PUBLIC', 'PRIVATE']),
      category: z.string(),
      testingInstructions: z.string().min(1).max(4000),
    }),
    apis: z.strictObject({ custom: z.strictObject({ endpoint: endpointSchema.optional() }) }),
    permissions: z.array(z.strictObject({ name: z.string() })),
    events: z
      .strictObject({
        endpoint: endpointSchema.optional(),
        subscriptions: z.array(z.strictObject({ eventName: z.string() })),
      })
      .optional(),
    privacyAndCompliance: z.strictObject({
      allowsPurchases: z.boolean(),
      usesPersonalInfo: z.boolean(),
      isChildDirected: z.boolean(),
      isExportCompliant: z.boolean(),
      containsAds: z.boolean(),
      locales: byLocale(privacySchema),
    }),
  }),
});
export type SkillManifest = z.infer<typeof skillManifestSchema>;
type Publishing = z.infer<typeof publishingSchema>;

/** Where a package has its icons, from its own folder. */
export const iconPaths = { small: 'assets/images/small-icon.png', large: 'assets/images/large-icon.png' } as const;

/** The manifest for one business: its pages, its function, its name in every text, and its icons. */
export function manifestFor({ manifest }: SkillManifest, wishes: PackageWishes): SkillManifest {
  const { events: exampleEvents, publishingInformation, privacyAndCompliance, ...rest } = manifest;
  const privacy = { privacyPolicyUrl: wishes.privacyUrl, termsOfUseUrl: wishes.termsUrl };
  const exampleName = publishingInformation.locales['en-US'].name;
  return {
    manifest: {
      ...rest,
      publishingInformation: {
        ...publishingInformation,
        locales: mapLocales(publishingInformation.locales, (texts) => ({
          ...named(texts, wishes.business?.name ?? texts.name),
          ...(wishes.iconsFrom === undefined
            ? {}
            : { smallIconUri: `file://${iconPaths.small}`, largeIconUri: `file://${iconPaths.large}` }),
        })),
        testingInstructions: publishingInformation.testingInstructions.replaceAll(
          exampleName,
          wishes.business?.name ?? exampleName,
        ),
      },
      ...endpoints(wishes.functionArn, exampleEvents),
      privacyAndCompliance: {
        ...privacyAndCompliance,
        locales: mapLocales(privacyAndCompliance.locales, () => privacy),
      },
    },
  };
}

/** Without a function nothing is asked for: neither requests nor events would have anywhere to go. */
function endpoints(
  functionArn: string | undefined,
  events: SkillManifest['manifest']['events'],
): Pick<SkillManifest['manifest'], 'apis' | 'events'> {
  if (functionArn === undefined) return { apis: { custom: {} } };
  const endpoint = { uri: functionArn };
  return { apis: { custom: { endpoint } }, ...(events === undefined ? {} : { events: { ...events, endpoint } }) };
}

function named(texts: Publishing, business: string): Publishing {
  const rename = (text: string): string => text.replaceAll(texts.name, () => business);
  return {
    ...texts,
    name: business,
    summary: rename(texts.summary),
    description: rename(texts.description),
    examplePhrases: texts.examplePhrases.map(rename),
  };
}

function mapLocales<Value>(
  locales: Readonly<Record<keyof Locales, Value>>,
  change: (value: Value) => Value,
): Record<keyof Locales, Value> {
  return {
    'en-US': change(locales['en-US']),
    'en-CA': change(locales['en-CA']),
    'fr-CA': change(locales['fr-CA']),
    'es-US': change(locales['es-US']),
  };
}
