import type { RequestEnvelope } from '../../../../../../infra/local/alexa/service/envelopes.ts';
import { alexaAtHome, says, ScriptedSkill } from '../../../../../support/alexa-at-home.ts';

async function haveSaid({ context, request }: RequestEnvelope, speech: string): Promise<number> {
  const { apiEndpoint, apiAccessToken } = context.System;
  const answer = await fetch(`${apiEndpoint}/v1/directives`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiAccessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      header: { requestId: request.requestId },
      directive: { type: 'VoicePlayer.Speak', speech },
    }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

describe('a skill that takes its time', () => {
  it('has Alexa speak while it is at work on a request, and no longer', async () => {
    const statuses: number[] = [];
    const spoken: string[] = [];
    const skill = new ScriptedSkill(async (envelope: RequestEnvelope) => {
      statuses.push(await haveSaid(envelope, 'One moment.'));
      return says('Welcome.');
    });
    const { alexa } = await alexaAtHome(skill, {}, { onProgress: ({ text }) => void spoken.push(text) });

    const turn = await alexa.say('open corner library');
    statuses.push(await haveSaid(skill.last, 'Too late.'));
    await alexa.close();

    expect(turn.speech).toBe('Welcome.');
    expect(spoken).toEqual(['One moment.']);
    expect(statuses).toEqual([204, 403]);
  });
});
