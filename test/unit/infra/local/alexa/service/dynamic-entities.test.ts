import {
  alexaAtHome,
  says,
  ScriptedSkill,
  skillId,
  type AlexaAtHome,
  type ScriptedAnswer,
} from '../../../../../support/alexa-at-home.ts';

const globe = { id: 'globe', name: { value: 'a globe', synonyms: ['the round map', 'the atlas'] } };
const staticAuthority = `amzn1.er-authority.echo-sdk.${skillId}.ITEM`;
const dynamicAuthority = `amzn1.er-authority.echo-sdk.dynamic.${skillId}.ITEM`;

let home: AlexaAtHome | undefined;
let skill: ScriptedSkill;

function adds(values: readonly unknown[], more: Record<string, unknown> = {}): object {
  return says('Well?', {
    directives: [
      { type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'REPLACE', types: [{ name: 'ITEM', values }], ...more },
    ],
  });
}

async function opened(...script: ScriptedAnswer[]): Promise<AlexaAtHome> {
  skill = new ScriptedSkill(...script, ...Array.from({ length: 5 }, () => says('Well?')));
  home = await alexaAtHome(skill);
  await home.alexa.say('open corner library');
  return home;
}

/** The authorities that the item of the last request was looked up at, and what each found. */
function lookedUp(): unknown {
  const { request } = skill.last;
  const slot = request.type === 'IntentRequest' ? request.intent.slots?.['item'] : undefined;
  return slot?.resolutions?.resolutionsPerAuthority.map(({ authority, values }) => [
    authority,
    values?.map(({ value }) => value.id),
  ]);
}

afterEach(async () => {
  await home?.alexa.close();
  home = undefined;
});

describe('values that the skill adds to a slot type', () => {
  it('are understood, by an authority of their own after that of the model', async () => {
    const { alexa } = await opened(adds([globe]));

    await alexa.say('reserve the round map');

    expect(lookedUp()).toEqual([
      [staticAuthority, undefined],
      [dynamicAuthority, ['globe']],
    ]);
  });

  it('leave those of the model as they are, and both are told where both know the words', async () => {
    const { alexa } = await opened(adds([globe]));

    await alexa.say('reserve a novel');
    expect(lookedUp()).toEqual([
      [staticAuthority, ['novel']],
      [dynamicAuthority, undefined],
    ]);

    await alexa.say('reserve the atlas');
    expect(lookedUp()).toEqual([
      [staticAuthority, ['atlas']],
      [dynamicAuthority, ['globe']],
    ]);
  });

  it('are known enough to be the whole answer to a question', async () => {
    const elicits = { type: 'Dialog.ElicitSlot', slotToElicit: 'item' };
    const { alexa } = await opened(adds([globe]), says('Which?', { directives: [elicits] }));
    await alexa.say('reserve');

    const turn = await alexa.say('a globe');

    expect(turn.request).toMatchObject({ intent: { name: 'ReserveIntent', slots: { item: { value: 'a globe' } } } });
    expect(lookedUp()).toContainEqual([dynamicAuthority, ['globe']]);
  });

  it('may be added while the skill asks something', async () => {
    const { alexa } = await opened(
      says('Which?', {
        directives: [
          { type: 'Dialog.ElicitSlot', slotToElicit: 'item', updatedIntent: { name: 'ReserveIntent' } },
          {
            type: 'Dialog.UpdateDynamicEntities',
            updateBehavior: 'REPLACE',
            types: [{ name: 'ITEM', values: [globe] }],
          },
        ],
      }),
    );

    const turn = await alexa.say('a globe');

    expect(turn.request).toMatchObject({
      dialogState: 'IN_PROGRESS',
      intent: { slots: { item: { value: 'a globe' } } },
    });
  });

  it.each([
    {
      case: 'by others',
      next: adds([{ id: 'quill', name: { value: 'a quill' } }]),
      left: [dynamicAuthority, undefined],
    },
    {
      case: 'by nothing',
      next: says('Well?', { directives: [{ type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'CLEAR' }] }),
      left: undefined,
    },
  ])('are replaced $case', async ({ next, left }) => {
    const { alexa } = await opened(adds([globe]), next);
    await alexa.say('help');

    await alexa.say('reserve a globe');

    expect(lookedUp()).toEqual([[staticAuthority, undefined], ...(left === undefined ? [] : [left])]);
  });

  it('go with the session', async () => {
    const { alexa } = await opened(adds([globe]));

    await alexa.say('Alexa, ask corner library to reserve a globe');

    expect(lookedUp()).toEqual([[staticAuthority, undefined]]);
  });

  it('go after half an hour', async () => {
    const { alexa, timers } = await opened(adds([globe]));
    await timers.advanceBy(30 * 60 * 1000 - 1);
    await alexa.say('reserve a globe');
    expect(lookedUp()).toHaveLength(2);

    await timers.advanceBy(1);
    await alexa.say('reserve a globe');

    expect(lookedUp()).toHaveLength(1);
  });

  it('are a hundred at most, names and synonyms together', async () => {
    const values = Array.from({ length: 50 }, (_, at) => ({
      name: { value: `book ${at}`, synonyms: [`volume ${at}`] },
    }));
    const { alexa } = await opened(adds(values), adds([...values, globe]));

    const turn = await alexa.say('help');

    expect(turn.ended?.error?.message).toContain('has 103 values and synonyms, more than 100');
  });

  it.each([
    {
      case: 'a type that is not of the model',
      more: { types: [{ name: 'COLOUR', values: [globe] }] },
      says: 'types.0.name',
    },
    { case: 'no types', more: { types: [] }, says: 'types' },
    {
      case: 'a value without a name',
      more: { types: [{ name: 'ITEM', values: [{ id: 'x' }] }] },
      says: 'types.0.values.0',
    },
    { case: 'a behaviour that there is not', more: { updateBehavior: 'APPEND' }, says: 'updateBehavior' },
  ])('are refused for $case', async ({ more, says: expected }) => {
    skill = new ScriptedSkill(adds([globe], more));
    home = await alexaAtHome(skill);

    const turn = await home.alexa.say('open corner library');

    expect(turn.ended?.error).toMatchObject({
      type: 'INVALID_RESPONSE',
      message: expect.stringMatching(`^Dialog.UpdateDynamicEntities .*${expected}`),
    });
  });
});
