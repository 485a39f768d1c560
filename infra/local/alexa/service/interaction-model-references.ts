import type { DialogIntent, InteractionModel, ModelIntent } from './interaction-model.ts';
import { builtInSlotTypes } from './matching/built-in-slot-types.ts';
import { slotNamesIn } from './matching/pattern.ts';

export interface ModelProblem {
  /** Where in the file, dotted, from the root. */
  readonly path: string;
  readonly message: string;
}

/** What a schema cannot see: names that lead nowhere, names given twice, and samples that Alexa does not build. */
export function checkReferences(model: InteractionModel): ModelProblem[] {
  const { intents, types } = model.languageModel;
  return [
    ...repeated(intents, 'interactionModel.languageModel.intents', 'name'),
    ...repeated(types, 'interactionModel.languageModel.types', 'name'),
    ...repeated(model.prompts, 'interactionModel.prompts', 'id'),
    ...intents.flatMap((intent, index) =>
      checkIntent(model, intent, `interactionModel.languageModel.intents.${index}`),
    ),
    ...(model.dialog?.intents ?? []).flatMap((intent, index) =>
      checkDialogIntent(model, intent, `interactionModel.dialog.intents.${index}`),
    ),
  ];
}

function checkIntent(model: InteractionModel, intent: ModelIntent, path: string): ModelProblem[] {
  const slots = intent.slots ?? [];
  const declared = new Set(slots.map(({ name }) => name));
  const checkSample = (sample: string, at: string): ModelProblem[] => {
    const problems = slotNamesIn(sample)
      .filter((name) => !declared.has(name))
      .map((name) => ({ path: at, message: `the sample names {${name}}, but ${intent.name} declares no such slot` }));
    const rest = sample.replaceAll(/\{[\w.]+\}/g, '');
    if (/[^\p{L}\p{M}\p{N}\s.'’_-]/u.test(rest)) {
      problems.push({
        path: at,
        message: `"${sample}" has a character that samples may not have: write words as they are spoken, and slots as {name}`,
      });
    }
    const search = slots.find(({ name, type }) => type === 'AMAZON.SearchQuery' && slotNamesIn(sample).includes(name));
    if (search !== undefined && slotNamesIn(sample).length > 1)
      problems.push({
        path: at,
        message: `{${search.name}} is an AMAZON.SearchQuery, which shares its sample with no other slot`,
      });
    if (search !== undefined && rest.trim() === '')
      problems.push({ path: at, message: `{${search.name}} is an AMAZON.SearchQuery, which needs words around it` });
    return problems;
  };

  return [
    ...repeated(slots, `${path}.slots`, 'name'),
    ...slots.flatMap(({ name, type }, index) =>
      isKnownType(model, type) ? [] : [{ path: `${path}.slots.${index}.type`, message: unknownType(name, type) }],
    ),
    ...(intent.samples ?? []).flatMap((sample, index) => checkSample(sample, `${path}.samples.${index}`)),
    ...slots.flatMap((slot, index) =>
      (slot.samples ?? []).flatMap((sample, at) => checkSample(sample, `${path}.slots.${index}.samples.${at}`)),
    ),
  ];
}

function checkDialogIntent(model: InteractionModel, dialog: DialogIntent, path: string): ModelProblem[] {
  const intent = model.languageModel.intents.find(({ name }) => name === dialog.name);
  if (intent === undefined)
    return [{ path: `${path}.name`, message: `there is no intent ${dialog.name} in languageModel.intents` }];

  const promptOf = (id: string | undefined, at: string, needed: string | undefined): ModelProblem[] => {
    if (id === undefined)
      return needed === undefined ? [] : [{ path: at, message: `${needed} is true, so a prompt is needed here` }];
    return model.prompts.some((prompt) => prompt.id === id)
      ? []
      : [{ path: at, message: `there is no prompt with the id ${id}` }];
  };
  return [
    ...promptOf(
      dialog.prompts.confirmation,
      `${path}.prompts.confirmation`,
      dialog.confirmationRequired ? 'confirmationRequired' : undefined,
    ),
    ...dialog.slots.flatMap((slot, index) => {
      const at = `${path}.slots.${index}`;
      const declared = intent.slots?.find(({ name }) => name === slot.name);
      if (declared === undefined)
        return [{ path: `${at}.name`, message: `${dialog.name} declares no slot ${slot.name}` }];
      return [
        ...(declared.type === slot.type
          ? []
          : [{ path: `${at}.type`, message: `${slot.name} is ${declared.type} in languageModel, not ${slot.type}` }]),
        ...promptOf(
          slot.prompts.elicitation,
          `${at}.prompts.elicitation`,
          slot.elicitationRequired ? 'elicitationRequired' : undefined,
        ),
        ...promptOf(
          slot.prompts.confirmation,
          `${at}.prompts.confirmation`,
          slot.confirmationRequired ? 'confirmationRequired' : undefined,
        ),
        ...slot.validations.flatMap(({ prompt }, order) =>
          promptOf(prompt, `${at}.validations.${order}.prompt`, undefined),
        ),
      ];
    }),
  ];
}

function isKnownType(model: InteractionModel, type: string): boolean {
  return (
    Object.hasOwn(builtInSlotTypes, type) ||
    (!type.startsWith('AMAZON.') && model.languageModel.types.some(({ name }) => name === type))
  );
}

function unknownType(slot: string, type: string): string {
  return type.startsWith('AMAZON.')
    ? `${slot} is ${type}, which the local Alexa does not understand; it knows ${Object.keys(builtInSlotTypes).join(', ')}`
    : `${slot} is ${type}, which languageModel.types does not declare`;
}

function repeated<Key extends string>(list: readonly Record<Key, string>[], path: string, key: Key): ModelProblem[] {
  return list.flatMap((entry, index) =>
    list.findIndex((other) => other[key] === entry[key]) === index
      ? []
      : [{ path: `${path}.${index}.${key}`, message: `${entry[key]} is there twice` }],
  );
}
