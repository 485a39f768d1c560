import type { Finding } from './findings.ts';

/** As many findings of one file as anybody reads. */
export const mostFindings = 100;

/** The first hundred findings, and one that says how many more there are. */
export function limited(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostFindings) return findings;
  const [first] = findings;
  return [...findings.slice(0, mostFindings), furtherFindings(findings.length - mostFindings, first?.file)];
}

/** The same for the errors in one of the files that findings are about. */
export function limitedOf(file: string | undefined, findings: readonly Finding[]): readonly Finding[] {
  const isOfFile = (finding: Finding): boolean => finding.file === file && finding.severity === 'error';
  if (file === undefined) return findings;
  return [...findings.filter((finding) => !isOfFile(finding)), ...limited(findings.filter(isOfFile))];
}

/** Says that there is more than was told. */
export function furtherFindings(count: number, file?: string): Finding {
  return {
    severity: 'error',
    code: 'further-errors',
    path: '',
    message: `${count.toLocaleString('en-US')} more ${count === 1 ? 'error is' : 'errors are'} not shown: mend these first`,
    ...(file === undefined ? {} : { file }),
  };
}
