import type { Ids } from '../../../../shared/ports/ids.ts';
import { dialogOf, isAutoDelegated } from './dialog/dialog-model.ts';
import { readDialogDirective } from './dialog/directive.ts';
import { nextStep } from './dialog/next-step.ts';
import { promptSpeech } from './dialog/prompt.ts';
import { readReply } from './dialog/reply.ts';
import type { RequestBody, SessionEndReason, SessionError, SkillRequest } from './envelopes.ts';
import type { InteractionModel } from './interaction-model.ts';
import type { Intent } from './intent.ts';
import { readInvocation } from './matching/invocation.ts';
import type { Matcher } from './matching/matcher.ts';
import { exitPhrases } from './matching/stock-phrases.ts';
import { normalise } from './matching/tokens.ts';
import type { Card, OutputSpeech } from './response.ts';
import { openSession, type Session } from './session.ts';
import type { SkillLine } from './skill-line.ts';
import { turnOf, words, type AlexaTurn } from './turn.ts';

const problemWords = "There was a problem with the requested skill's response.";
const notUnderstoodWords = "Sorry, I'm not sure about that.";
const notForThisSkillWords = "Sorry, I don't know that one.";
/** A skill may chain dialogs by delegating to another intent; one that does so without end is stopped. */
const maximumRequestsPerTurn = 10;

/** What Alexa does next: ask the skill, or ask the person by herself. */
type Move =
  | { readonly kind: 'send'; readonly body: RequestBody }
  | { readonly kind: 'prompt'; readonly speech: OutputSpeech }
  | { readonly kind: 'fail'; readonly problem: string };

interface TurnSoFar {
  readonly heard: string;
  readonly requests: SkillRequest[];
  card: Card | undefined;
}

interface Services {
  readonly model: InteractionModel;
  readonly matcher: Matcher;
  readonly line: SkillLine;
  readonly ids: Ids;
}

/**
 * The conversation of one person with the skill.
 *
 *   no session ── "open …", "ask … to …" ──► open ── reply ──► open
 *        ▲                                     │
 *        └── shouldEndSession true or left out, "exit", silence twice, an invalid or late response
 */
export class Conversation {
  readonly #model: InteractionModel;
  readonly #matcher: Matcher;
  readonly #line: SkillLine;
  readonly #ids: Ids;
  #session: Session | undefined;

  constructor({ model, matcher, line, ids }: Services) {
    this.#model = model;
    this.#matcher = matcher;
    this.#line = line;
    this.#ids = ids;
  }

  async say(heard: string): Promise<AlexaTurn> {
    // Once Alexa listens, only her own name starts something new; the old session is dropped without a word to the skill.
    if (this.#session !== undefined && !normalise(heard).startsWith('alexa ')) return this.#reply(this.#session, heard);
    return this.#invoke(heard);
  }

  /** The person says nothing: Alexa repeats her question once and then ends the session. */
  async keepSilent(): Promise<AlexaTurn> {
    const session = this.#session;
    if (session === undefined)
      return turnOf({ heard: '', requests: [], notSent: 'notForThisSkill', sessionOpen: false });
    const { reprompt } = session;
    if (reprompt === undefined) return this.#end(session, { heard: '', requests: [] }, 'EXCEEDED_MAX_REPROMPTS');
    session.reprompt = undefined;
    return turnOf({ heard: '', requests: [], notSent: 'reprompted', speech: reprompt, sessionOpen: true });
  }

  async #invoke(heard: string): Promise<AlexaTurn> {
    this.#session = undefined;
    const invocation = readInvocation(heard, this.#model.languageModel.invocationName);
    if (invocation.kind === 'notForThisSkill') {
      return turnOf({
        heard,
        requests: [],
        notSent: 'notForThisSkill',
        speech: words(notForThisSkillWords),
        sessionOpen: false,
      });
    }
    if (invocation.kind === 'launch')
      return this.#run(this.#open(), heard, { kind: 'send', body: { type: 'LaunchRequest' } });

    const intent =
      invocation.questions.map((question) => this.#matcher.match(question)).find((found) => found !== undefined) ??
      this.#matcher.fallback();
    if (intent === undefined)
      return turnOf({ heard, requests: [], speech: words(notUnderstoodWords), sessionOpen: false });
    const session = this.#open();
    return this.#run(session, heard, this.#start(session, intent));
  }

  async #reply(session: Session, heard: string): Promise<AlexaTurn> {
    if (exitPhrases.includes(normalise(heard))) return this.#end(session, { heard, requests: [] }, 'USER_INITIATED');
    if (session.pending === undefined) {
      const intent = this.#matcher.match(heard) ?? this.#matcher.fallback();
      return intent === undefined ? notUnderstood(heard) : this.#run(session, heard, this.#start(session, intent));
    }

    const reply = readReply(this.#matcher, session.pending, heard);
    switch (reply.kind) {
      case 'answered':
        return this.#run(
          session,
          heard,
          isAutoDelegated(this.#model, reply.intent.name)
            ? this.#delegate(session, reply.intent)
            : inDialog(reply.intent, 'IN_PROGRESS'),
        );
      case 'decided':
        return this.#run(session, heard, inDialog(reply.intent, 'COMPLETED'));
      case 'interrupted':
        return this.#run(session, heard, this.#start(session, reply.intent));
      case 'notUnderstood':
        return notUnderstood(heard);
      default:
        return reply satisfies never;
    }
  }

  /** Moves on until somebody has to speak: the skill with its own words, or Alexa with a prompt of the model. */
  async #run(session: Session, heard: string, first: Move): Promise<AlexaTurn> {
    const turn: TurnSoFar = { heard, requests: [], card: undefined };
    let move = first;
    while (move.kind === 'send') {
      session.pending = undefined;
      session.reprompt = undefined;
      const { body } = move;
      const request = this.#line.request(body);
      turn.requests.push(request);
      const answer = await this.#line.send(session, request);
      if (answer.kind === 'failed') return this.#end(session, turn, 'ERROR', answer.error);

      const { response, sessionAttributes } = answer.envelope;
      session.attributes = sessionAttributes ?? {};
      turn.card = response.card ?? turn.card;
      const wish = readDialogDirective(this.#model, response, body.type === 'IntentRequest' ? body.intent : undefined);
      switch (wish.kind) {
        case 'none':
          return this.#speak(
            session,
            turn,
            response.outputSpeech,
            response.reprompt?.outputSpeech,
            response.shouldEndSession === false || response.shouldEndSession === null,
          );
        case 'ask':
          session.pending = { intent: wish.intent, question: wish.question };
          return this.#speak(session, turn, response.outputSpeech, response.reprompt?.outputSpeech, true);
        case 'invalid':
          move = { kind: 'fail', problem: wish.problem };
          break;
        case 'delegate':
          move = this.#delegate(session, wish.intent, body, turn.requests.length);
          break;
        default:
          wish satisfies never;
      }
    }
    if (move.kind === 'fail')
      return this.#end(session, turn, 'ERROR', { type: 'INVALID_RESPONSE', message: move.problem });
    return this.#speak(session, turn, move.speech, move.speech, true);
  }

  #start(session: Session, intent: Intent): Move {
    if (isAutoDelegated(this.#model, intent.name)) return this.#delegate(session, intent);
    return dialogOf(this.#model, intent.name) === undefined
      ? { kind: 'send', body: { type: 'IntentRequest', intent } }
      : inDialog(intent, 'STARTED');
  }

  /** Alexa conducts the dialog: she asks for what is missing, or hands over the completed intent. */
  #delegate(session: Session, intent: Intent, answered?: RequestBody, requestsSoFar = 0): Move {
    const dialog = dialogOf(this.#model, intent.name);
    if (dialog === undefined) throw new TypeError(`no dialog model for ${intent.name}: the directive was not checked`);
    const step = nextStep(dialog, intent);
    if (step.kind === 'ask') {
      session.pending = { intent, question: step.question };
      return { kind: 'prompt', speech: promptSpeech(this.#model, step.promptId, intent) };
    }
    const wasComplete =
      answered?.type === 'IntentRequest' &&
      answered.dialogState === 'COMPLETED' &&
      answered.intent.name === intent.name;
    if (wasComplete)
      return {
        kind: 'fail',
        problem: `Dialog.Delegate came in answer to COMPLETED, and nothing of ${intent.name} is left to ask`,
      };
    if (requestsSoFar >= maximumRequestsPerTurn)
      return { kind: 'fail', problem: `${requestsSoFar} requests did not lead to anything that can be said` };
    return inDialog(intent, 'COMPLETED');
  }

  #open(): Session {
    this.#session = openSession(this.#ids);
    return this.#session;
  }

  #speak(
    session: Session,
    turn: TurnSoFar,
    speech: OutputSpeech | null | undefined,
    reprompt: OutputSpeech | null | undefined,
    sessionOpen: boolean,
  ): AlexaTurn {
    session.reprompt = reprompt ?? undefined;
    this.#session = sessionOpen ? session : undefined;
    return turnOf({ ...turn, notSent: 'autoDelegated', speech, sessionOpen });
  }

  /** Ends the session against the skill's will; it is told, and what it answers is not heard. */
  async #end(
    session: Session,
    { heard, requests }: Pick<TurnSoFar, 'heard' | 'requests'>,
    reason: SessionEndReason,
    error?: SessionError,
  ): Promise<AlexaTurn> {
    this.#session = undefined;
    const ended = { reason, ...(error === undefined ? {} : { error }) };
    const request = this.#line.request({ type: 'SessionEndedRequest', ...ended });
    await this.#line.send(session, request);
    return turnOf({
      heard,
      requests: [...requests, request],
      ...(error === undefined ? {} : { speech: words(problemWords) }),
      sessionOpen: false,
      ended,
    });
  }
}

function inDialog(intent: Intent, dialogState: 'STARTED' | 'IN_PROGRESS' | 'COMPLETED'): Move {
  return { kind: 'send', body: { type: 'IntentRequest', intent, dialogState } };
}

function notUnderstood(heard: string): AlexaTurn {
  return turnOf({
    heard,
    requests: [],
    notSent: 'notUnderstood',
    speech: words(notUnderstoodWords),
    sessionOpen: true,
  });
}
