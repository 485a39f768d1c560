import { askedToConfirm } from '../a-session.ts';
import { anEnvelope, aSkill, type EditableEnvelope } from '../a-skill.ts';

function anEvent(name: string, edit: (envelope: EditableEnvelope) => void = () => {}): unknown {
  return anEnvelope('launch', (envelope) => {
    delete (envelope as { session?: unknown }).session;
    envelope.request['type'] = `AlexaSkillEvent.${name}`;
    edit(envelope);
  });
}

describe('a customer who leaves the skill', () => {
  it('is forgotten: none of their contexts can be called any more', async () => {
    const skill = aSkill();
    const session = await askedToConfirm(skill);

    expect(await skill.invoke(anEvent('SkillDisabled'))).toEqual({});
    await session.replies('AMAZON.YesIntent');

    expect(skill.started).toEqual([]);
    expect(skill.log).toContainEqual(
      expect.objectContaining({ event: 'skill-event', code: 'SkillDisabled', count: 1 }),
    );
  });

  it('is forgotten an hour later too, when the event is delivered late', async () => {
    const skill = aSkill();
    await askedToConfirm(skill);
    const event = anEvent('SkillDisabled');
    await skill.timers.advanceBy(50 * 60_000);

    await skill.invoke(event);

    expect(skill.log).toContainEqual(expect.objectContaining({ event: 'skill-event', count: 1 }));
  });
});

describe('other news of the skill', () => {
  it.each(['SkillEnabled', 'SkillPermissionAccepted', 'SkillPermissionChanged', 'SkillAccountLinked', 'SomethingNew'])(
    'is noted, and nothing else: %s',
    async (name) => {
      const skill = aSkill();
      await askedToConfirm(skill);

      expect(await skill.invoke(anEvent(name))).toEqual({});

      expect(skill.log.at(-1)).toMatchObject({ event: 'skill-event', code: name });
      expect(skill.deeds).toEqual(['put', 'written']);
    },
  );
});
