/** Where a person types and reads. */
export interface TalkTerminal {
  print(line: string): void;
  /** What is wrong. */
  complain(line: string): void;
  /** Begins to read; each line as it is typed, until there are no more. To be asked for once. */
  lines(): AsyncIterable<string>;
  /** A person sits there, who sees what they type and does not wait for calls to get somewhere. */
  readonly interactive: boolean;
  /** Resolves when the command is to stop: Ctrl-C, or a polite signal. */
  stopped(): Promise<void>;
}
