/** One thing that a function's role allows. */
export interface Grant {
  /** "dynamodb:GetItem". */
  readonly action: string;
  /** As the template has it: text, or CloudFormation's functions as JSON. */
  readonly resource: string;
  /** The services by which alone a key may be used: "secretsmanager.us-east-1.amazonaws.com". */
  readonly via?: readonly string[];
}

export interface FunctionGrants {
  readonly functionName: string;
  /** The stack that it stands in. */
  readonly stack: string;
  readonly grants: readonly Grant[];
  /** Policies that are not written out in the template. */
  readonly managedPolicies: readonly unknown[];
}

/** What is read of a synthesised template. */
export interface SynthesisedTemplate {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: Properties }>>;
}

type Properties = Readonly<Record<string, unknown>>;
interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly StringEquals?: { readonly 'kms:ViaService'?: string | readonly string[] } };
}
interface Policy {
  readonly PolicyDocument: { readonly Statement: readonly Statement[] };
}

/** What the role of each function with a name of its own allows, in a stack's template: the CDK's own functions have no names. */
export function grantsIn(stack: string, { Resources: resources }: SynthesisedTemplate): readonly FunctionGrants[] {
  const all = Object.values(resources);
  const policies = all.filter(({ Type }) => Type === 'AWS::IAM::Policy').map(({ Properties }) => Properties ?? {});
  return all
    .filter(({ Type, Properties }) => Type === 'AWS::Lambda::Function' && Properties?.['FunctionName'] !== undefined)
    .map(({ Properties: { FunctionName: functionName, Role: role } = {} }) => {
      const roleId = (role as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'][0];
      const { Policies: inline = [], ManagedPolicyArns: managed = [] } = resources[roleId]?.Properties ?? {};
      const attached = policies.filter(({ Roles }) =>
        (Roles as { Ref?: string }[] | undefined)?.some(({ Ref }) => Ref === roleId),
      );
      const statements = [...(inline as Policy[]), ...(attached as unknown as Policy[])].flatMap(
        ({ PolicyDocument }) => PolicyDocument.Statement,
      );
      return {
        functionName: String(functionName),
        stack,
        grants: statements.filter(({ Effect }) => Effect === 'Allow').flatMap(grantsOf),
        managedPolicies: managed as unknown[],
      };
    });
}

function grantsOf({ Action, Resource, Condition }: Statement): Grant[] {
  const via = Condition?.StringEquals?.['kms:ViaService'];
  return listOf(Action).flatMap((action) =>
    listOf(Resource).map((each) => ({
      action: String(action),
      resource: typeof each === 'string' ? each : JSON.stringify(each),
      ...(via === undefined ? {} : { via: listOf(via).map(String) }),
    })),
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
