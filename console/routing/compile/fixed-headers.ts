import { userToUserHeaderNames } from '../../../shared/contracts/header-profiles.ts';
import { maximumSipHeaderLength, sipHeadersSchema } from '../../../shared/contracts/sma-response.ts';
import type { FilePath, FindingList } from '../findings.ts';

/** Headers that are the same for every call. `own`: the header that carries the context id. */
export function checkFixedHeaders(
  headers: Readonly<Record<string, string>>,
  {
    own,
    path,
    findings,
  }: { readonly own: string | undefined; readonly path: FilePath; readonly findings: FindingList },
): void {
  // Some platforms discard user-to-user information that is there twice, ours with it.
  const taken = new Set<string>(userToUserHeaderNames);
  if (own !== undefined) taken.add(own.toLowerCase());
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    const problem = taken.has(lower)
      ? 'is for the context id: choose another name'
      : seen.has(lower)
        ? 'is there already, in other letters: give it once'
        : headerProblem(name, value);
    if (problem !== undefined) findings.error('header-invalid', [...path, name], problem);
    seen.add(lower);
  }
}

/**
 * Why the header cannot be sent, if so. One bad header fails the whole action, and with it the call
 * (Amazon Chime SDK developer guide, sip-headers).
 */
export function headerProblem(name: string, value: string): string | undefined {
  if (value.length > maximumSipHeaderLength)
    return `has ${value.length} characters, and AWS takes ${maximumSipHeaderLength} at most: shorten it`;
  const read = sipHeadersSchema.safeParse({ [name]: value });
  if (!read.success)
    return read.error.issues
      .flatMap((issue) => (issue.code === 'invalid_key' ? issue.issues : [issue]))
      .map(({ message }) => message)
      .join('; ');
  if (value.trim() === '') return 'has no value: give it one, or leave it out';
  return /^[\x20-\x7e]*$/.test(value) ? undefined : 'must be ASCII: SIP parsers do not agree about anything else';
}
