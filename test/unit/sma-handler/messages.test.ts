import type { ActionData } from '../../../shared/contracts/sma-event.ts';
import type { SmaAction } from '../../../shared/contracts/sma-response.ts';
import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import { next } from '../../../sma-handler/call-flow.ts';
import type { Step, World } from '../../../sma-handler/step.ts';
import { readState, writeState } from '../../../sma-handler/transaction-attributes.ts';
import { adviser, aPlan, closedToday, directory, downtown, holdOn, mailbox } from '../../support/attempts.ts';
import { spokenIn, typesOf, uriOf } from '../../support/sma-actions.ts';
import { anSmaEvent, callerLeg, connected } from '../../support/sma-event-builder.ts';

const world = { voicemailBucket: 'voicemail-of-example-bank' };

function begin(...attempts: readonly Attempt[]): Step {
  return beginIn(world, ...attempts);
}

function beginIn(given: World, ...attempts: readonly Attempt[]): Step {
  const event = anSmaEvent({ type: 'NEW_INBOUND_CALL' });
  const { state } = next({ phase: 'new' }, { kind: 'event', event }, given);
  return next(state, { kind: 'routed', event, route: { plan: aPlan(...attempts), entry: 'phone' } }, given);
}

function then(step: Step, type: string, actionData: ActionData): Step {
  const event = anSmaEvent({ type, participants: [connected(callerLeg)], actionData });
  return next(readState(writeState(step.state)), { kind: 'event', event }, world);
}

function actionsOf(step: Step): readonly SmaAction[] {
  return step.kind === 'respond' ? step.actions : [];
}

describe('a message', () => {
  it('is said in the caller’s language before the next attempt, in one list', () => {
    const actions = actionsOf(begin({ ...holdOn, words: 'Un momento, por favor.', locale: 'es-US' }, downtown));

    expect(typesOf(actions)).toEqual(['Speak', 'CallAndBridge']);
    expect(actions[0]).toMatchObject({
      Parameters: { Text: 'Un momento, por favor.', LanguageCode: 'es-US', VoiceId: 'Lupe', ParticipantTag: 'LEG-A' },
    });
    expect(uriOf(actions)).toBe('+12065550141');
  });

  it('ends the call without an apology when it is the last', () => {
    const failed = then(begin(downtown, closedToday), 'ACTION_FAILED', {
      Type: 'CallAndBridge',
      ErrorType: 'CallNotAnswered',
    });

    expect(typesOf(actionsOf(failed))).toEqual(['Speak', 'Hangup']);
    expect(spokenIn(actionsOf(failed))).toEqual(['We are closed today. Goodbye.']);
    expect(failed.state.phase).toBe('parting');
  });

  it('gives way to an apology when it is the last and cannot be said', () => {
    const failed = then(begin(closedToday), 'ACTION_FAILED', { Type: 'Speak', ErrorType: 'ActionExecutionThrottled' });

    expect(spokenIn(actionsOf(failed))).toEqual([expect.stringContaining('Nobody can take your call')]);
    expect(failed.state.phase).toBe('apologising');
  });

  it('is left out, and the attempt after it made, when it cannot be said', () => {
    const failed = then(begin(holdOn, downtown), 'ACTION_FAILED', { Type: 'Speak', ErrorType: 'SystemException' });

    expect(typesOf(actionsOf(failed))).toEqual(['CallAndBridge']);
  });

  it('does not count as an answer when it has been said', () => {
    const said = then(begin(holdOn, downtown), 'ACTION_SUCCESSFUL', { Type: 'Speak' });

    expect(said).toMatchObject({ state: { phase: 'trying' }, actions: [] });
  });

  it('waits for the meeting after it to be opened, and is said before the caller joins', () => {
    const step = begin(holdOn, adviser);
    if (step.kind !== 'openMeeting') throw new Error('no meeting is opened');
    const meeting = { meetingId: 'm', attendeeId: 'a', joinToken: 't' };
    const event = anSmaEvent({ type: 'NEW_INBOUND_CALL' });

    const opened = next(step.state, { kind: 'meetingOpened', event, words: step.words, meeting }, world);

    expect(typesOf(actionsOf(opened))).toEqual(['Speak', 'JoinChimeMeeting']);
  });

  it('is not lost when what was to follow it could not be had', () => {
    const step = begin(holdOn, directory, downtown);
    if (step.kind !== 'lookUp') throw new Error('no service is asked');
    const event = anSmaEvent({ type: 'NEW_INBOUND_CALL' });

    const failed = next(step.state, { kind: 'lookUpFailed', event, words: step.words, outcome: 'unreachable' }, world);

    expect(typesOf(actionsOf(failed))).toEqual(['Speak', 'CallAndBridge']);
  });

  it('that is one of many waits for the list before to be said', () => {
    const many = Array.from({ length: 11 }, (_, index): Attempt => ({ ...holdOn, words: `Message ${index}.` }));
    const first = begin(...many, downtown);

    const second = then(first, 'ACTION_SUCCESSFUL', { Type: 'Speak' });

    expect([...spokenIn(actionsOf(first)), ...spokenIn(actionsOf(second))]).toEqual(
      many.map((_, index) => `Message ${index}.`),
    );
    expect(uriOf(actionsOf(second))).toBe('+12065550141');
  });
});

describe('a voicemail', () => {
  it('is asked for in words and recorded into the bucket, under a name with nothing personal in it', () => {
    const actions = actionsOf(begin(mailbox));

    expect(typesOf(actions)).toEqual(['Speak', 'RecordAudio']);
    expect(actions[1]).toEqual({
      Type: 'RecordAudio',
      Parameters: {
        ParticipantTag: 'LEG-A',
        DurationInSeconds: 120,
        SilenceDurationInSeconds: 5,
        SilenceThreshold: 200,
        RecordingTerminators: ['#'],
        RecordingDestination: {
          Type: 'S3',
          BucketName: 'voicemail-of-example-bank',
          Prefix: 'voicemail/mailbox/00000000-0000-4000-8000-000000000001',
        },
      },
    });
  });

  it('is thanked for, and the call ends', () => {
    const recorded = then(begin(mailbox, downtown), 'ACTION_SUCCESSFUL', { Type: 'RecordAudio' });

    expect(typesOf(actionsOf(recorded))).toEqual(['Speak', 'Hangup']);
    expect(spokenIn(actionsOf(recorded))).toEqual([expect.stringContaining('Thank you')]);
    expect(recorded.state.phase).toBe('parting');
  });

  it.each([
    { case: 'cannot be recorded', failed: { Type: 'RecordAudio', ErrorType: 'InvalidActionParameter' } },
    { case: 'cannot be asked for', failed: { Type: 'Speak', ErrorType: 'SystemException' } },
    {
      case: 'cannot be asked for in its own words',
      failed: { Type: 'Speak', Parameters: { Text: mailbox.words }, ErrorType: 'SystemException' },
    },
  ])('gives way to the next attempt when it $case', ({ failed }) => {
    expect(uriOf(actionsOf(then(begin(mailbox, downtown), 'ACTION_FAILED', failed)))).toBe('+12065550141');
  });

  it('is still asked for when a message before it cannot be said', () => {
    const failed = then(begin(holdOn, mailbox, downtown), 'ACTION_FAILED', {
      Type: 'Speak',
      Parameters: { Text: holdOn.words },
      ErrorType: 'SystemException',
    });

    expect(typesOf(actionsOf(failed))).toEqual(['Speak', 'RecordAudio']);
    expect(spokenIn(actionsOf(failed))).toEqual([mailbox.words]);
  });

  it('that cannot be recorded ends the call where its policy says so', () => {
    const strict: Attempt = { ...mailbox, onOutcome: { misconfigured: 'end' } };

    const failed = then(begin(strict, downtown), 'ACTION_FAILED', {
      Type: 'RecordAudio',
      ErrorType: 'InvalidActionParameter',
    });

    expect(failed.state.phase).toBe('apologising');
  });

  it('is passed over where there is no bucket for it, and a message before it is then the last', () => {
    const step = beginIn({}, closedToday, mailbox);

    expect(typesOf(actionsOf(step))).toEqual(['Speak', 'Hangup']);
  });
});
