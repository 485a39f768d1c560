/** Where the command speaks. */
export interface Terminal {
  print(line: string): void;
  /** What is wrong. */
  complain(line: string): void;
  /** Whether lines may be coloured. */
  readonly color: boolean;
  /** Resolves when the command is to stop: Ctrl-C, or a polite signal. */
  stopped(): Promise<void>;
}
