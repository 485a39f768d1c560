import { englishExamples as examples } from './examples.ts';
import { oneByOne, spokenEnding, spokenPhoneNumber, writtenPhoneNumber } from './spoken-numbers.ts';
import { ssml, type Ssml } from './ssml.ts';
import { subjectOf, writtenReason, type SubjectPhrases } from './subject.ts';
import type { AnnouncedCall, SpokenNames, Words } from './words.ts';

/** What Americans call their accounts. */
export const americanAccounts: SubjectPhrases['accounts'] = {
  anyKind: 'your account',
  checking: 'your checking account',
  savings: 'your savings account',
  'credit-card': 'your credit card',
  loan: 'your loan',
};

const phrasesWith = (accounts: SubjectPhrases['accounts']): SubjectPhrases => ({
  accounts,
  ending: (account, digits) => ssml`${account} ending in ${digits}`,
  forAccount: (account) => ssml`, for ${account}`,
  about: (name) => ssml` about ${name}`,
});

/** American English; other kinds of English build on it, with names of their own for accounts. */
export function english({ business, phoneNumber }: SpokenNames, accounts = americanAccounts): Words {
  const phrases = phrasesWith(accounts);
  const subject = (call: AnnouncedCall): Ssml =>
    subjectOf(call, phrases, (words) => ssml`, and I will tell them that it is about: ${words}`);
  const dialInstead = ssml`To reach ${business} by phone, dial ${spokenPhoneNumber(phoneNumber)}.`;

  return {
    welcome: {
      speech: ssml`Welcome to ${business}. I can call support for you and tell them why you are calling. Say, for example: ${examples.aboutLostCard}. What is your call about?`,
      reprompt: ssml`I can place a call for you. Just say, for example: ${examples.callAboutBill}.`,
    },
    help: {
      speech: ssml`I can connect you with someone at ${business} who already knows who you are and why you are calling. I cannot reach emergency services: in an emergency, dial ${oneByOne('911')}. To have me call, say, for example: ${examples.callAboutBill}. To have me call your phone, say: ${examples.callBack}.`,
      reprompt: ssml`What would you like to do? You can say: ${examples.callSupport}. To leave, say: ${examples.stop}.`,
    },
    notUnderstood: {
      speech: ssml`Sorry, I didn't get that. I can call ${business} for you. Say, for example: ${examples.callAboutBill}.`,
      reprompt: ssml`What would you like to do? You can say: ${examples.callAboutBill}, or: ${examples.help}.`,
    },
    notUnderstoodAgain: {
      speech: ssml`I still didn't understand. If I should call, say: ${examples.callSupport}. If not, say: ${examples.stop}. Which will it be?`,
      reprompt: ssml`Please say: ${examples.callSupport}, or: ${examples.stop}.`,
    },
    giveUp: ssml`I'm sorry, I am having trouble understanding. ${dialInstead} Goodbye.`,
    goodbye: ssml`Goodbye.`,
    askReason: {
      speech: ssml`What is your call about? You can say, for example: ${examples.aboutLostCard}.`,
      reprompt: ssml`I will pass on why you are calling. What should I tell them?`,
    },
    askAccount: {
      speech: ssml`What is your account number? Please say it digit by digit, or say: ${examples.noAccount}.`,
      reprompt: ssml`Please say the digits of your account number, one at a time. If you don't have them at hand, say: ${examples.skip}.`,
    },
    askAccountAgain: {
      speech: ssml`That doesn't sound like an account number. Please say it once more, digit by digit, or say: ${examples.skip}.`,
      reprompt: ssml`Which digits are in your account number? Or say: ${examples.noAccount}, and I will go on without it.`,
    },
    askPostalCode: {
      speech: ssml`To find the branch nearest to you, I need to know where you are. What is your ZIP code?`,
      reprompt: ssml`Please say the five digits of your ZIP code, or say: ${examples.skip}.`,
    },
    askPostalCodeAgain: {
      speech: ssml`That doesn't sound like a ZIP code. Could you say its five digits, one at a time?`,
      reprompt: ssml`Please say your ZIP code once more, or say: ${examples.skip}.`,
    },
    confirmCall: (call) => ({
      speech: ssml`I am going to call ${business} support${subject(call)}. Would you like me to call now?`,
      reprompt: ssml`Should I place this call to ${business}? Please say yes or no.`,
    }),
    confirmCallBack: (call, lastDigits) => ({
      speech: ssml`I am going to call your phone${theNumber(lastDigits)} and connect you with ${business} support${subject(call)}. Would you like that?`,
      reprompt: ssml`Should I call your phone? Please say yes or no.`,
    }),
    notCalling: {
      speech: ssml`Okay, nobody has been called. You can give me another reason or another account number, or say: ${examples.stop}. What would you like to change?`,
      reprompt: ssml`You can say, for example: ${examples.aboutBill}. Or say: ${examples.stop}.`,
    },
    calling: (call) => {
      const about = subjectOf(call, phrases, (words) => ssml`, and telling them that it is about: ${words}`);
      return about.ssml === '' ? ssml`Calling ${business} support now.` : ssml`Calling ${business} support${about}.`;
    },
    callingBack: (call, lastDigits) =>
      ssml`Your phone${theNumber(lastDigits)} is about to ring. Answer it and press 1 to talk to ${business} support${subject(call)}.`,
    card: (call, ingress) => {
      const reason = writtenReason(call);
      const about = reason === undefined ? '' : `It is about: ${reason}\n`;
      const byHand = `You can also dial ${writtenPhoneNumber(phoneNumber)}.`;
      return ingress === 'callback'
        ? {
            title: `Call from ${business}`,
            content: `Your phone is about to ring. Answer it and press 1.\n${about}${byHand}`,
          }
        : { title: `Call to ${business}`, content: `Alexa is calling ${business} support.\n${about}${byHand}` };
    },
    noDevice: ssml`I can't place a call from here. Please ask me again on an Echo device. ${dialInstead}`,
    numberMissing: {
      permissionMissing: ssml`To call ${business} for you I need your mobile number, and I am not allowed to see it. I have sent a card to your Alexa app: open it, allow the mobile number, then ask me again. ${dialInstead}`,
      notGiven: ssml`To call ${business} for you I need your mobile number, and your Alexa profile has none that I can use. Add it in the Alexa app, in the settings of your profile, then ask me again. ${dialInstead}`,
      unavailable: ssml`I can't reach your Alexa profile at the moment, and without your number I can't call. Please ask me again in a minute. ${dialInstead}`,
    },
    numberNotRung: {
      notAmongPrefixes: ssml`I can't have ${business} call the number in your profile: I only call phones in some places. ${dialInstead}`,
      tooOften: ssml`I have placed as many calls for your phone in the last hour as I can. In an hour it will work again. ${dialInstead}`,
    },
    callNotStarted: {
      permissionMissing: ssml`I am not allowed to place calls for you yet. You can change that in the Alexa app: open ${business} under Skills, go to Settings, and allow calling.`,
      notAvailableHere: ssml`I can place calls for Alexa accounts in North America only. ${dialInstead}`,
      busy: ssml`There are many calls right now, and yours could not be placed. In a minute it may work.`,
      refused: ssml`Sorry, Alexa could not place this call. ${dialInstead}`,
      notCapable: ssml`I can't call ${business} from this device. ${dialInstead}`,
      unavailable: ssml`Alexa can't place calls at the moment. In a minute it may work. ${dialInstead}`,
    },
    offerCallBack: {
      speech: ssml`Would you like me to call your phone instead?`,
      reprompt: ssml`I can have your own phone ring and connect you from there. Should I do that?`,
    },
    offerFromHere: {
      speech: ssml`Would you like me to call from this device instead?`,
      reprompt: ssml`I can call ${business} from this device right away. Should I do that?`,
    },
    offerAgain: {
      speech: ssml`Would you like me to try again?`,
      reprompt: ssml`Should I give it another try? Please say yes or no.`,
    },
    callBackUnavailable: {
      speech: ssml`I can't have anyone call you back here. Would you like me to call from this device instead?`,
      reprompt: ssml`I can call ${business} from this device right away. Should I do that?`,
    },
    cannotPrepareCall: {
      speech: ssml`I can't place your call at the moment, and nobody has been called. Would you like me to try again?`,
      reprompt: ssml`Should I give it another try? Please say yes or no.`,
    },
    oneMoment: ssml`One moment, please.`,
    somethingWentWrong: ssml`Sorry, something went wrong on my side. Please ask me again. ${dialInstead}`,
  };
}

function theNumber(lastDigits: string): Ssml {
  const end = spokenEnding(lastDigits);
  return end === undefined ? ssml`` : ssml`, the number ending in ${end},`;
}
