/** What an agent's screen shows before the first hello. */
export interface ContextSeen {
  readonly callerName?: string;
  readonly accountId?: string;
  readonly reason: string;
}

/** Somebody has answered: who, what they know, and what they hear. */
export interface Conversation {
  readonly destination: {
    readonly kind: 'contactCenter' | 'branch' | 'meeting';
    readonly id: string;
    readonly callee: string;
  };
  /** Null where no context can reach: a branch is called over the telephone network. */
  readonly contextSeen: ContextSeen | null;
  /** The tone that whoever answered speaks with. */
  readonly voiceHz: number;
  /** Resolves true when the tone is heard, false when the conversation ends before. */
  hears(frequencyHz: number): Promise<boolean>;
  readonly packetsLost: number;
  hangUp(): void;
}

/** Called for each call that somebody answers. */
export type OnConversation = (conversation: Conversation) => void;
