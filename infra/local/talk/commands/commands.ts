import { endpointNames } from '../../alexa/api/endpoint.ts';
import { scopeNames } from '../scopes.ts';
import { deny, disable, enable, grant, speakAs, who } from './account-commands.ts';
import { notDone, done, type Command, type CommandOutcome, type CommandWorld } from './command.ts';
import { adviser, behaviours, branch, bye, fault } from './other-side-commands.ts';

const commands: Readonly<Record<string, Command>> = {
  help: { usage: '/help', does: 'this list', run: () => done(...help()) },
  who: { usage: '/who', does: 'who you are to Alexa, and what the skill may know', run: (_, world) => who(world) },
  as: { usage: '/as <name>|nobody', does: 'whose voice Alexa recognises from now on', run: speakAs },
  grant: { usage: '/grant <scope>', does: `allow in the Alexa app: ${scopeNames}`, run: grant },
  deny: { usage: '/deny <scope>', does: 'take it back there', run: deny },
  disable: { usage: '/disable', does: 'disable the skill in the app: the bank forgets you', run: disable },
  enable: { usage: '/enable', does: 'enable it again', run: enable },
  fault: {
    usage: '/fault <endpoint> <status>|hang|<n>ms [times]',
    does: `the next requests there go wrong: ${endpointNames.join(', ')}`,
    run: fault,
  },
  branch: { usage: `/branch <id> ${behaviours.join('|')}`, does: 'what a branch does when it is called', run: branch },
  adviser: { usage: '/adviser comes|never', does: 'whether an adviser comes to a meeting', run: adviser },
  bye: { usage: '/bye', does: 'whoever you talk with hangs up', run: bye },
  quit: { usage: '/quit', does: 'hang up and leave', run: () => ({ kind: 'quit' }) },
};

/** Runs `/name words`. Rejects only for bugs. */
export async function runCommand(name: string, words: readonly string[], world: CommandWorld): Promise<CommandOutcome> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return command === undefined ? notDone(`There is no /${name}: /help lists what there is`) : command.run(words, world);
}

function help(): string[] {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
  return [
    ...Object.values(commands).map(({ usage, does }) => `${usage.padEnd(width)}  ${does}`),
    '',
    'An empty line is silence. In a call, digits, * and # are keys, and "hang up" ends it.',
  ];
}
