import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A finding of cdk-nag that stays, and why: `AwsSolutions-IAM5[Resource::*]`. */
export interface AcknowledgedFinding {
  readonly id: string;
  readonly reason: string;
}

/** Lets findings of cdk-nag pass at one construct and what is inside it; never use it on a stack. */
export function acknowledge(construct: IConstruct, ...findings: readonly AcknowledgedFinding[]): void {
  Validations.of(construct).acknowledge(...findings);
}

/** Lets a policy of the construct name one resource with a wildcard: its ARN, as the policy has it. */
export function acknowledgeWildcard(construct: IConstruct, arn: string, reason: string): void {
  const written = asFindingsWriteIt(Stack.of(construct).resolve(arn));
  acknowledge(construct, { id: `AwsSolutions-IAM5[Resource::${written}]`, reason });
}

/** A reference of CloudFormation as cdk-nag names it: `<Function.Arn>:*` for a Fn::GetAtt and what follows it. */
function asFindingsWriteIt(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[intrinsic, of] = []] = Object.entries(value);
  if (intrinsic === 'Ref') return `<${String(of)}>`;
  if (intrinsic === 'Fn::GetAtt' && Array.isArray(of)) return `<${of.join('.')}>`;
  if (intrinsic === 'Fn::Join' && Array.isArray(of) && Array.isArray(of[1]))
    return of[1].map(asFindingsWriteIt).join(String(of[0]));
  return JSON.stringify(value);
}
