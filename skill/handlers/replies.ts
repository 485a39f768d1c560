import type { RequestHandler } from 'ask-sdk-core';
import type { Converse } from '../conversation/converse.ts';
import type { Heard } from '../conversation/heard.ts';
import { isIntent, type IntentName } from './intents.ts';

const meanings = {
  NoAccountIntent: { kind: 'skip' },
  'AMAZON.YesIntent': { kind: 'yes' },
  'AMAZON.NoIntent': { kind: 'no' },
  'AMAZON.RepeatIntent': { kind: 'repeat' },
  'AMAZON.HelpIntent': { kind: 'help' },
  'AMAZON.StopIntent': { kind: 'stop' },
  'AMAZON.CancelIntent': { kind: 'stop' },
  'AMAZON.NavigateHomeIntent': { kind: 'stop' },
  'AMAZON.FallbackIntent': { kind: 'notUnderstood' },
} as const satisfies Partial<Record<IntentName, Heard>>;

/** Short answers, each with one meaning wherever the conversation stands; what it leads to depends on that. */
export function replyHandlers(converse: Converse): RequestHandler[] {
  return Object.entries(meanings).map(([name, heard]) => ({
    canHandle: (input) => isIntent(input, name as keyof typeof meanings),
    handle: (input) => converse(input, heard),
  }));
}
