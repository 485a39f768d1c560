import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import type { SmaAction } from '../shared/contracts/sma-response.ts';
import type { Menu } from '../shared/domain/routing/menu-of.ts';
import { menuWords } from '../shared/domain/call-speech/menu-words.ts';
import { say, wordsIn } from '../shared/domain/call-speech/words.ts';
import { ask } from './actions/ask.ts';
import { speak } from './actions/speak.ts';
import { tryNext } from './attempts.ts';
import type { CallFacts, Following, Recording } from './call-state.ts';
import { telling, type Answer, type Step, type World } from './step.ts';

/** Why a caller of whom nothing is known is calling: one key for each reason. */
export function askMenu(menu: Menu, following: Following): Answer {
  const { first, again } = menuWords(menu, following.facts.locale);
  const greeting = menu.greeting === undefined ? [] : [speak(wordsIn(menu.greeting))];
  const keys = menu.options.length === 1 ? '1' : `1-${menu.options.length}`;
  const options = menu.options.map(({ reasonId }) => reasonId);
  return telling(
    {
      kind: 'respond',
      state: { ...following, phase: 'choosing', options },
      actions: [...greeting, ask({ first, again, keys, tries: 3 })],
    },
    { kind: 'menuAsked' },
  );
}

/** Whether a person has answered who wants to be connected: a voicemail presses no key, and never reaches an agent. */
export function askCallback(following: Following): Answer {
  const { locale } = following.facts;
  const question = ask({
    first: say('callbackQuestion', locale),
    again: say('callbackAgain', locale),
    keys: '1',
    tries: 2,
  });
  return telling(
    { kind: 'respond', state: { ...following, phase: 'confirming' }, actions: [question] },
    { kind: 'callbackAsked' },
  );
}

/** The first attempt of a plan; before it the caller is asked, where the rule has it, whether the conversation may be recorded. */
export function beginPlan(following: Following, event: SmaEvent, world: World): Step {
  const policy = world.recordings === undefined ? undefined : following.facts.service?.recording;
  if (policy === 'ask' && following.recording === 'off') {
    return telling(
      { kind: 'respond', state: { ...following, phase: 'consenting' }, actions: [recordingQuestion(following.facts)] },
      { kind: 'recordingAsked' },
    );
  }
  const recording: Recording = policy === 'always' && following.recording === 'off' ? 'due' : following.recording;
  return beginAttempts({ ...following, recording }, event, world);
}

/** The first attempt, with nothing left to ask. */
export function beginAttempts(following: Following, event: SmaEvent, world: World): Step {
  const { facts, attemptNumber: made, remaining, recording } = following;
  return tryNext({ event, world, facts, made, remaining, recording });
}

export function recordingQuestion({ locale }: CallFacts): SmaAction {
  return ask({ first: say('recordingQuestion', locale), again: say('recordingAgain', locale), keys: '12', tries: 1 });
}

/** The other side has hung up: does the caller want to be connected once more? */
export function askAnotherTry({ facts, attemptNumber, recording }: Omit<Following, 'remaining'>): Answer {
  const { locale } = facts;
  const question = ask({
    first: say('anotherTryQuestion', locale),
    again: say('anotherTryAgain', locale),
    keys: '1',
    tries: 2,
  });
  return telling(
    { kind: 'respond', state: { phase: 'offering', facts, attemptNumber, recording }, actions: [question] },
    { kind: 'anotherTryOffered' },
  );
}

/** How satisfied the caller is, from 1 to 5. */
export function askSurvey(facts: CallFacts): Answer {
  const { locale } = facts;
  const question = ask({
    first: say('surveyQuestion', locale),
    again: say('surveyAgain', locale),
    keys: '1-5',
    tries: 2,
  });
  return telling(
    { kind: 'respond', state: { phase: 'surveying', facts }, actions: [question] },
    { kind: 'surveyAsked' },
  );
}

/** The key that was pressed; undefined when the question failed, or nothing came. */
export function keyPressed({ InvocationEventType: type, ActionData }: SmaEvent): string | undefined {
  const digits = ActionData?.['ReceivedDigits'];
  return type === 'ACTION_SUCCESSFUL' && typeof digits === 'string' && /^\d$/.test(digits) ? digits : undefined;
}
