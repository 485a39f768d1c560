import { isWithin, parseIpv4 } from './addresses.ts';
import type { DeploymentConfig } from './deployment-config.ts';
import type { FieldPath, FieldProblem } from './problem.ts';

/** Addresses for documentation (RFC 5737). */
const exampleRanges = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'];

/** Names for documentation and tests (RFC 2606, sections 2 and 3), as hosts or in e-mail addresses and URLs. */
const exampleName = /(?:^|[@./])example\.(?:com|net|org)(?=$|[/:])|\.(?:example|test|invalid)(?=$|[/:])/i;

/** Numbers that are reserved for fiction: 555-0100 to 555-0199 of each area. */
const fictionalNumber = /\+1[2-9]\d{2}55501\d{2}$/;

/** What still says what the example says: good enough to look at the templates, and never to be deployed. */
export function examplesIn(config: DeploymentConfig): readonly FieldProblem[] {
  return [...examples(config, [])];
}

function* examples(value: unknown, path: FieldPath): Generator<FieldProblem> {
  if (typeof value === 'string' && isExample(value))
    yield { path, problem: 'is an example that nobody can be reached by: give your own' };
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* examples(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* examples(item, [...path, key]);
}

function isExample(text: string): boolean {
  const address = parseIpv4(text.split('/')[0] ?? '');
  if (address !== undefined) return isWithin(address, exampleRanges);
  return exampleName.test(text) || fictionalNumber.test(text);
}
