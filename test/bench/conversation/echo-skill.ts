import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { startAlexa } from '../../../infra/local/alexa/service/start-alexa.ts';
import { skillAnswer } from '../../../infra/local/cloud/skill-answer.ts';
import { exampleBank } from '../../../infra/local/demo/example-bank/example-bank.ts';
import { startFunctions } from '../../../infra/local/functions/functions-host.ts';
import { systemClock } from '../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ports = { clock: systemClock, timers: systemTimers, ids: systemIds };

/** As a tutorial has it: one handler for all, which asks nobody anything. */
const source = `
import { SkillBuilders } from 'ask-sdk-core';
const answers = {
  canHandle: () => true,
  handle: ({ responseBuilder }) => responseBuilder.speak('Hello.').reprompt('Hello?').getResponse(),
};
const skill = SkillBuilders.custom().addRequestHandlers(answers).create();
export const handler = (envelope, context) => skill.invoke(envelope, context);
`;

export interface EchoSkill {
  /** One turn with it. */
  turn(): Promise<unknown>;
  close(): Promise<void>;
}

/** What a turn costs that does nothing: the same Alexa, host and SDK, with a skill of one handler, bundled with esbuild's defaults. */
export async function startEchoSkill(): Promise<EchoSkill> {
  const directory = await mkdtemp(join(tmpdir(), 'echo-skill-'));
  await build({
    stdin: { contents: source, resolveDir: root, loader: 'js' },
    bundle: true,
    platform: 'node',
    outfile: join(directory, 'index.js'),
    logLevel: 'silent',
  });
  const { skill, account } = await exampleBank();
  const functions = await startFunctions({
    ...ports,
    functions: [{ name: 'echo', directory, handler: 'index.handler', timeoutSeconds: 7, memoryMegabytes: 512 }],
  });
  const alexa = await startAlexa({
    ...ports,
    modelsFolder: skill.modelsFolder,
    locale: skill.locale,
    skillId: skill.id,
    clientId: skill.clientId,
    account,
    placeCall: () => undefined,
    invokeSkill: async (envelope) => skillAnswer(await functions.invoke('echo', envelope)),
  });
  await alexa.say('open example bank');
  return {
    turn: () => alexa.say('help'),
    async close() {
      await alexa.close();
      await functions.close();
      await rm(directory, { recursive: true });
    },
  };
}
