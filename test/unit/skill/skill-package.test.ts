import { readFileSync } from 'node:fs';
import { intentNames } from '../../../skill/handlers/intents.ts';
import { spokenReasonIds } from '../../../skill/speech/words.ts';
import { anIntent, aSkill } from './a-skill.ts';

interface Slot {
  readonly name: string;
  readonly type: string;
  readonly samples: readonly string[];
}
interface InteractionModel {
  readonly interactionModel: {
    readonly languageModel: {
      readonly invocationName: string;
      readonly intents: readonly {
        readonly name: string;
        readonly slots?: readonly Slot[];
        readonly samples: readonly string[];
      }[];
      readonly types: readonly {
        readonly name: string;
        readonly values: readonly {
          readonly id: string;
          readonly name: { readonly value: string; readonly synonyms: readonly string[] };
        }[];
      }[];
    };
    readonly dialog: {
      readonly delegationStrategy: string;
      readonly intents: readonly {
        readonly name: string;
        readonly delegationStrategy: string;
        readonly slots: readonly {
          readonly name: string;
          readonly type: string;
          readonly elicitationRequired: boolean;
          readonly prompts: { readonly elicitation: string };
        }[];
      }[];
    };
    readonly prompts: readonly {
      readonly id: string;
      readonly variations: readonly { readonly type: string; readonly value: string }[];
    }[];
  };
}
interface Manifest {
  readonly manifest: {
    readonly publishingInformation: {
      readonly locales: Readonly<Record<string, { readonly examplePhrases: readonly string[] }>>;
    };
    readonly permissions: readonly { readonly name: string }[];
    readonly privacyAndCompliance: {
      readonly usesPersonalInfo: boolean;
      readonly locales: Readonly<Record<string, { readonly privacyPolicyUrl: string }>>;
    };
  };
}

const { languageModel, dialog, prompts } = (read('interactionModels/custom/en-US.json') as InteractionModel)
  .interactionModel;
const { manifest } = read('skill.json') as Manifest;
const callIntent = languageModel.intents.find(({ name }) => name === 'CallIntent')!;
const reasons = languageModel.types.find(({ name }) => name === 'REASON')!.values;

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../skill/skill-package/${path}`, import.meta.url), 'utf8')) as unknown;
}

describe('interaction model', () => {
  it.each(languageModel.intents)('has a handler for $name', async ({ name }) => {
    const skill = aSkill();

    await skill.invoke(anIntent(name));

    expect(skill.log).toEqual([]);
  });

  it('has every intent that a handler waits for, and no other', () => {
    expect(languageModel.intents.map(({ name }) => name).sort()).toEqual([...intentNames].sort());
  });

  it('has the reasons that the skill can name, and no other', () => {
    expect(reasons.map(({ id }) => id).sort()).toEqual([...spokenReasonIds].sort());
  });

  it('gives each way of saying a reason to one reason only', () => {
    const names = reasons.flatMap(({ name }) => [name.value, ...name.synonyms]);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('asks for every slot of a call, in its own words, when the skill leaves the dialog to Alexa', () => {
    const [call] = dialog.intents;

    expect([dialog.delegationStrategy, call?.delegationStrategy]).toEqual(['SKILL_RESPONSE', 'SKILL_RESPONSE']);
    expect(call?.slots.map(({ name, type, elicitationRequired }) => ({ name, type, elicitationRequired }))).toEqual(
      callIntent.slots?.map(({ name, type }) => ({ name, type, elicitationRequired: true })),
    );
    expect(call?.slots.map((slot) => slot.prompts.elicitation)).toEqual(prompts.map(({ id }) => id));
  });

  it('names only slots that exist in its samples, and no sample twice', () => {
    const slotNames = callIntent.slots?.map(({ name }) => name) ?? [];
    const named = [...callIntent.samples, ...(callIntent.slots?.flatMap(({ samples }) => samples) ?? [])].flatMap(
      (sample) => [...sample.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    );

    expect(slotNames).toEqual(expect.arrayContaining([...new Set(named)]));
    expect(new Set(callIntent.samples).size).toBe(callIntent.samples.length);
  });

  it('has an invocation name of two words or more, in lower case', () => {
    expect(languageModel.invocationName).toMatch(/^[a-z]+( [a-z]+)+$/);
  });
});

describe('skill manifest', () => {
  it.each(Object.values(manifest.publishingInformation.locales).flatMap(({ examplePhrases }) => examplePhrases))(
    'gives an example that works: %s',
    (phrase) => {
      const [, request] = /^Alexa, (?:open|ask) example bank(?: to (.*))?$/i.exec(phrase) ?? ['', 'not for this skill'];

      expect(request === undefined || callIntent.samples.some((sample) => sampleWithReason(sample).test(request))).toBe(
        true,
      );
    },
  );

  it('asks for what the skill uses, and for no more', () => {
    expect(manifest.permissions.map(({ name }) => name)).toEqual([
      'amazon_communication::calling',
      'alexa::profile:name:read',
      'alexa::profile:mobile_number:read',
      'alexa::devices:all:address:full:read',
    ]);
  });

  it('says that it uses personal data, and where its privacy policy is, in every locale', () => {
    const { usesPersonalInfo, locales } = manifest.privacyAndCompliance;

    expect(usesPersonalInfo).toBe(true);
    expect(Object.keys(locales)).toEqual(Object.keys(manifest.publishingInformation.locales));
  });
});

/** The sample with any reason of the model in its place. */
function sampleWithReason(sample: string): RegExp {
  const names = reasons.flatMap(({ name }) => [name.value, ...name.synonyms]);
  return new RegExp(`^${sample.replace('{reason}', `(?:${names.join('|')})`)}$`, 'i');
}
