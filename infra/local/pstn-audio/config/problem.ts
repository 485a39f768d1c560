/** Something in a configuration that cannot stand as it is. */
export interface ConfigProblem {
  /** As the file has it: `SipRules[0].TriggerValue`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong and what to do; it does not repeat the value. */
  readonly message: string;
  /** The section in which something was looked for and not found. */
  readonly missingIn?: string;
}

/** A configuration that cannot be used, with all that is wrong with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(`PSTN Audio configuration: ${problems.map(problemLine).join('; ')}`);
    this.problems = problems;
  }
}

/** `SipRules[0].Name: is missing`. */
export function problemLine({ path, message }: ConfigProblem): string {
  return path === '' ? message : `${path}: ${message}`;
}

/** `['SipRules', 0, 'Name']` as `SipRules[0].Name`. */
export function pathText(steps: readonly PropertyKey[]): string {
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`))
    .join('');
}
