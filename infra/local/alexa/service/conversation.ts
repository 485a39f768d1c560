import type { Ids } from '../../../../shared/ports/ids.ts';
import { settleConsent } from './consent/ask-consent.ts';
import { readConsentAnswer } from './consent/consent-answer.ts';
import type { ConsentStatus, PendingConsent } from './consent/consent.ts';
import { readReply, type PendingDialog } from './dialog/reply.ts';
import { endSession, exchange, type ExchangeServices } from './exchange.ts';
import { callsByName, readInvocation } from './matching/invocation.ts';
import type { Matcher } from './matching/matcher.ts';
import { isExitPhrase } from './matching/stock-phrases.ts';
import { goOn, inDialog, start, type Move } from './moves.ts';
import { openSession, type Session } from './session.ts';
import { plain } from './speech.ts';
import { turnOf, type AlexaTurn } from './turn.ts';

export interface ConversationServices extends ExchangeServices {
  readonly ids: Ids;
}

/**
 * The conversation of one household with the skill.
 *
 *   no session ── "open …", "ask … to …" ──► open ── reply ──► open
 *        ▲                                     │
 *        └── shouldEndSession true or left out, "exit", silence twice, an invalid or late response
 *
 * Between a skill that asks for consent and the answer the session stays open, and the words are Alexa's to understand.
 */
export class Conversation {
  readonly #services: ConversationServices;
  readonly #matcher: Matcher;
  #session: Session | undefined;

  constructor(services: ConversationServices) {
    this.#services = services;
    this.#matcher = services.matcherWith([]);
  }

  /** `speaker` is whose voice it is, when Alexa knows it. */
  async say(heard: string, speaker?: string): Promise<AlexaTurn> {
    // Once Alexa listens, only her own name starts something new; the old session is dropped without a word to the skill.
    if (this.#session === undefined || callsByName(heard, this.#services.language)) return this.#invoke(heard, speaker);
    this.#session.speaker = speaker;
    return this.#reply(this.#session, heard);
  }

  /** The person says nothing: Alexa repeats her question once and then ends the session. A consent is not asked for twice. */
  async keepSilent(): Promise<AlexaTurn> {
    const session = this.#session;
    if (session === undefined)
      return turnOf({ heard: '', requests: [], notSent: 'notForThisSkill', sessionOpen: false });
    if (session.pending?.kind === 'consent') return this.#settle(session, '', session.pending.consent, 'NOT_ANSWERED');
    const { reprompt } = session;
    if (reprompt === undefined)
      return this.#keep(session, endSession(this.#services, session, nothingHeard(), 'EXCEEDED_MAX_REPROMPTS'));
    session.reprompt = undefined;
    return turnOf({ heard: '', requests: [], notSent: 'reprompted', speech: reprompt, sessionOpen: true });
  }

  /** Forgets the session, and the skill hears nothing of it. */
  drop(): void {
    this.#session = undefined;
  }

  async #invoke(heard: string, speaker: string | undefined): Promise<AlexaTurn> {
    this.drop();
    const { model, language, ids } = this.#services;
    const invocation = readInvocation(heard, model.languageModel.invocationName, language);
    const unheard = (words: string): AlexaTurn =>
      turnOf({ heard, requests: [], notSent: 'notForThisSkill', speech: plain(words), sessionOpen: false });
    if (invocation.kind === 'notForThisSkill') return unheard(language.ownWords.notForThisSkill);
    if (invocation.kind === 'launch')
      return this.#run(openSession(ids, speaker), heard, { kind: 'send', body: { type: 'LaunchRequest' } });

    const intent =
      invocation.questions.map((question) => this.#matcher.match(question)).find((found) => found !== undefined) ??
      this.#matcher.fallback();
    return intent === undefined
      ? turnOf({ heard, requests: [], speech: plain(language.ownWords.notUnderstood), sessionOpen: false })
      : this.#run(openSession(ids, speaker), heard, start(model, intent));
  }

  #reply(session: Session, heard: string): Promise<AlexaTurn> {
    const { model, language } = this.#services;
    if (session.pending?.kind === 'consent')
      return this.#settle(session, heard, session.pending.consent, readConsentAnswer(heard, language));
    if (isExitPhrase(heard, language))
      return this.#keep(session, endSession(this.#services, session, { heard, requests: [] }, 'USER_INITIATED'));
    if (session.pending !== undefined) return this.#replyInDialog(session, heard, session.pending.dialog);

    const matcher = this.#matcherOf(session);
    const intent = matcher.match(heard) ?? matcher.fallback();
    return intent === undefined ? this.#notUnderstood(heard) : this.#run(session, heard, start(model, intent));
  }

  #replyInDialog(session: Session, heard: string, dialog: PendingDialog): Promise<AlexaTurn> {
    const { model } = this.#services;
    const reply = readReply(this.#matcherOf(session), dialog, heard);
    switch (reply.kind) {
      case 'answered':
        return this.#run(session, heard, goOn(model, reply.intent));
      case 'decided':
        return this.#run(session, heard, inDialog(reply.intent, 'COMPLETED'));
      case 'interrupted':
        return this.#run(session, heard, start(model, reply.intent));
      case 'notUnderstood':
        return this.#notUnderstood(heard);
      default:
        return reply satisfies never;
    }
  }

  #settle(session: Session, heard: string, consent: PendingConsent, status: ConsentStatus): Promise<AlexaTurn> {
    return this.#run(session, heard, settleConsent(consent, status, this.#services.household, session.speaker));
  }

  #run(session: Session, heard: string, move: Move): Promise<AlexaTurn> {
    return this.#keep(session, exchange(this.#services, session, heard, move));
  }

  async #keep(session: Session, coming: Promise<AlexaTurn>): Promise<AlexaTurn> {
    const turn = await coming;
    this.#session = turn.sessionOpen ? session : undefined;
    return turn;
  }

  async #notUnderstood(heard: string): Promise<AlexaTurn> {
    const speech = plain(this.#services.language.ownWords.notUnderstood);
    return turnOf({ heard, requests: [], notSent: 'notUnderstood', speech, sessionOpen: true });
  }

  #matcherOf({ entities }: Session): Matcher {
    return entities === undefined || entities.expiresAt <= this.#services.clock.now()
      ? this.#matcher
      : entities.matcher;
  }
}

function nothingHeard(): { heard: string; requests: [] } {
  return { heard: '', requests: [] };
}
