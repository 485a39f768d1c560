import type { LocaleWords } from './sayings.ts';

/** American English; other kinds of English that have no file of their own are spoken to in it, by a voice of theirs. */
export const enUs: LocaleWords = {
  sayings: {
    nobodyAnswered: 'We are sorry. Nobody can take your call right now. Please try again later. Goodbye.',
    thanksForVoicemail: 'Thank you. We have your message. Goodbye.',
    oneMoment: 'One moment, please.',
    tryingSomebodyElse: 'Please stay on the line. We are trying someone else.',
    adviserIsCalled: 'Please hold while we bring an advisor to the phone.',
    adviserIsComingBack: 'One moment, please. Your advisor is coming right back.',
    callbackQuestion: 'Hello. This is the call back that you asked for. To be connected, press 1.',
    callbackAgain: 'Sorry, we did not get that.',
    goodbye: 'Goodbye.',
    callsAreRecorded: 'This call will be recorded.',
    recordingQuestion: 'We would like to record this call. To agree, press 1. Otherwise, press 2 or wait.',
    recordingAgain: 'This call will not be recorded.',
    anotherTryQuestion: 'The other side has hung up. To be connected again, press 1.',
    anotherTryAgain: 'Sorry, we did not get that.',
    surveyQuestion:
      'How satisfied are you with this call? Press a number from 1 to 5. 1 is not at all satisfied, and 5 is very satisfied.',
    surveyAgain: 'Sorry, that is not a number from 1 to 5.',
    thanksForSurvey: 'Thank you for your answer. Goodbye.',
    notUnderstood: 'Sorry, we did not get your choice.',
  },
  menu: {
    opening: 'What is your call about?',
    option: (name, key) => `For ${name}, press ${key}.`,
  },
};
