/** Where a command of the command line tells what it has to say. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Where the user stands. */
  readonly folder: string;
}
