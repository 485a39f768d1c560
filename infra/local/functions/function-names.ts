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
 * The function's name out of any form that Invoke takes: name, partial ARN, ARN, each with or without `:$LATEST`
 * (AWS Lambda API reference, Invoke, FunctionName). Undefined for another account, Region or version.
 */
export function functionNameOf(account: Account, nameOrArn: string): string | undefined {
  const unqualified = nameOrArn.replace(/:\$LATEST$/u, '');
  const prefixes = [functionArn(account, ''), `${account.accountId}:function:`, 'function:'];
  const prefix = prefixes.find((each) => unqualified.startsWith(each)) ?? '';
  const name = unqualified.slice(prefix.length);
  return /^[\w-]{1,64}$/u.test(name) ? name : undefined;
}
