/** Where the local functions seem to live. */
export interface Account {
  /** Such as us-east-1. */
  readonly region: string;
  /** Twelve digits. */
  readonly accountId: string;
}

export function functionArn({ region, accountId }: Account, name: string): string {
  return `arn:aws:lambda:${region}:${accountId}:function:${name}`;
}

/**
 * The ARN that any form of name that Invoke takes stands for: name, partial ARN, ARN, each with or without `:$LATEST`
 * (AWS Lambda API reference, Invoke, FunctionName). What is no ARN is of the given account.
 */
export function functionArnOf(account: Account, nameOrArn: string): string {
  const unqualified = nameOrArn.replace(/:\$LATEST$/u, '');
  if (unqualified.startsWith('arn:')) return unqualified;
  const prefix = [`${account.accountId}:function:`, 'function:'].find((each) => unqualified.startsWith(each)) ?? '';
  return functionArn(account, unqualified.slice(prefix.length));
}

/** What the ARN of a function says; undefined when it is none. An alias or a version may follow the name. */
export function readFunctionArn(arn: string): (Account & { readonly name: string }) | undefined {
  const [, region, accountId, name] =
    /^arn:[\w-]+:lambda:([\w-]+):(\d{12}):function:([\w-]{1,64})(?::[\w$-]+)?$/u.exec(arn) ?? [];
  return region === undefined || accountId === undefined || name === undefined
    ? undefined
    : { region, accountId, name };
}
