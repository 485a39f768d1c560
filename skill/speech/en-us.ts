import { ssml, type Ssml } from './ssml.ts';
import type { AnnouncedCall, SpokenReasonId, Words } from './words.ts';

const reasonNames: Readonly<Record<SpokenReasonId, string>> = {
  'lost-card': 'a lost or stolen card',
  billing: 'your bill',
  'branch-visit': 'a visit to your nearest branch',
  mortgage: 'a mortgage',
};

/** From here on two digits give little away. */
const shortestMaskedAccount = 6;

/** American English; Canadian English uses it too. */
export const enUs: Words = {
  welcome: {
    speech: ssml`Welcome to Example Bank. I can call support for you and tell them why you are calling. Tell me what it is about, for example: about my bill.`,
    reprompt: ssml`You can say, for example: call support about my bill.`,
  },
  help: {
    speech: ssml`I can connect you with someone at Example Bank who already knows who you are and why you are calling. Say, for example: call support about my bill, or: call about a lost card. I cannot reach emergency services. What would you like to do?`,
    reprompt: ssml`Say: call support, and what it is about. Or say: stop.`,
  },
  notUnderstood: {
    speech: ssml`Sorry, I did not get that. I can call Example Bank support for you. Say, for example: call support about my bill.`,
    reprompt: ssml`Say: call support, and what it is about. Or say: stop.`,
  },
  goodbye: ssml`Goodbye.`,
  notCalling: ssml`Okay, I am not calling.`,
  calling,
  noDevice: ssml`I cannot place a call from here. Please ask again on an Echo device.`,
  numberMissing: {
    permissionMissing: ssml`To call support I need your mobile number, and I am not allowed to see it yet. I have sent a card to your Alexa app: open it, allow the mobile number for Example Bank, then ask me again.`,
    notGiven: ssml`To call support I need your mobile number, and there is no complete one in your Alexa profile. Add it in the Alexa app, under Settings, Your Profile, then ask me again.`,
    unavailable: ssml`I cannot reach your Alexa profile at the moment, and without your number I cannot call. Please ask me again in a minute.`,
  },
  callNotStarted: {
    permissionMissing: ssml`I am not allowed to place calls for you yet. In the Alexa app, open Example Bank under Skills, go to Settings, allow calling, then ask me again.`,
    notAvailableHere: ssml`Sorry, calls can be placed from Alexa accounts in North America only. Please call Example Bank from your phone.`,
    busy: ssml`There are many calls right now and yours could not be placed. Please ask me again in a minute.`,
    refused: ssml`Sorry, Alexa could not place this call. Please call Example Bank from your phone.`,
    unavailable: ssml`Alexa cannot place calls at the moment. Please ask me again in a minute.`,
  },
  cannotPrepareCall: {
    speech: ssml`I cannot place your call at the moment, and nobody has been called. Would you like to try again? Then say: call support. Or say: stop.`,
    reprompt: ssml`To try again, say: call support. Or say: stop.`,
  },
  somethingWentWrong: ssml`Sorry, something went wrong on my side. Please ask me again.`,
};

function calling({ reason, accountId }: AnnouncedCall): Ssml {
  return ssml`Calling Example Bank support ${about(reason)}${ending(accountId)}.`;
}

function about({ id, words }: AnnouncedCall['reason']): string {
  if (Object.hasOwn(reasonNames, id)) return `about ${reasonNames[id as SpokenReasonId]}`;
  return words === undefined ? 'now' : `and telling them that it is about: ${words}`;
}

function ending(accountId = ''): Ssml {
  if (accountId.length < shortestMaskedAccount) return ssml``;
  return ssml`, for the account ending in <say-as interpret-as="digits">${accountId.slice(-2)}</say-as>`;
}
