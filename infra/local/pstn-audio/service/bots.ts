/** What a caller's turn of talk leads to. */
export interface BotTurn {
  /** What the bot says next. */
  readonly say: readonly { readonly text: string; readonly textType: 'text' | 'ssml' }[];
  /** Present when the conversation is over: IntentResult as StartBotConversation gives it back. */
  readonly intentResult?: Readonly<Record<string, unknown>>;
}

/** One conversation with a bot. */
export interface BotConversation {
  /** What it says first. */
  begin(): BotTurn;
  /** The caller pressed these keys (their last `#` left out), or nothing for a while: ''. */
  heard(digits: string): BotTurn;
}

/** The bots that can be talked to. A Lex runtime is out of reach on one machine: each follows a script from the configuration. */
export interface Bots {
  /** Undefined when no bot has that alias. */
  start(request: {
    readonly botAliasArn: string;
    readonly localeId: string;
    readonly sessionId: string;
    readonly configuration: Readonly<Record<string, unknown>>;
  }): BotConversation | undefined;
}

export const noBots: Bots = { start: () => undefined };
