import { consentItems } from './consent-items.ts';
import { englishNumbers } from './english-numbers.ts';
import type { ConsentNames, Language } from './language.ts';

const consentNames: ConsentNames = {
  name: 'your full name',
  givenName: 'your first name',
  email: 'your email address',
  mobileNumber: 'your mobile number',
  address: 'the address of your device',
  postalCode: 'the country and postal code of your device',
  location: 'the location of your device',
  voice: 'your voice ID',
  other: 'information about you',
};
const list = new Intl.ListFormat('en-US');

export const english: Language = {
  wakeWord: 'alexa',
  invocation: {
    launch: ['open', 'launch', 'start', 'begin', 'load', 'run', 'use', 'enable', 'play', 'talk to', 'ask', 'tell'],
    ask: ['ask', 'tell', 'open', 'launch', 'start', 'use', 'talk to'],
    connectors: ['to', 'for', 'about', 'and', 'that', 'if', 'whether', 'and ask', 'and tell it to', 'and say'],
    closing: ['using', 'with', 'from', 'on'],
  },
  stockPhrases: {
    'AMAZON.YesIntent': ['yes', 'yes please', 'sure', 'yeah', 'yep', 'correct', "that's right", 'ok', 'okay', 'right'],
    'AMAZON.NoIntent': ['no', 'no thanks', 'no thank you', 'nope', 'nah', "that's wrong"],
    'AMAZON.HelpIntent': ['help', 'help me', 'can you help me', 'i need help', 'what can i say', 'what can you do'],
    'AMAZON.StopIntent': ['stop', 'off', 'shut up', 'stop it', 'please stop'],
    'AMAZON.CancelIntent': ['cancel', 'never mind', 'forget it', 'cancel that'],
    'AMAZON.RepeatIntent': ['repeat', 'say that again', 'repeat that', 'repeat please', 'can you repeat that'],
    'AMAZON.NavigateHomeIntent': ['go home', 'navigate home', 'go to the home screen', 'home'],
    'AMAZON.StartOverIntent': ['start over', 'restart', 'start again'],
  },
  exitPhrases: ['exit', 'quit'],
  numbers: englishNumbers,
  ownWords: {
    problem: "There was a problem with the requested skill's response.",
    notUnderstood: "Sorry, I'm not sure about that.",
    notForThisSkill: "Sorry, I don't know that one.",
    consentQuestion: (businessName, scopes) =>
      `${businessName} would like to use ${list.format(consentItems(scopes).map((item) => consentNames[item]))}. Do you allow that?`,
    consentThanks: 'Thank you. You can change this in the Alexa app at any time.',
    consentRefused: 'All right. You can change this in the Alexa app at any time.',
  },
};
