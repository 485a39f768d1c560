import { deployedFunctions } from '../../functions.ts';
import { functionArn } from '../functions/function-names.ts';
import type { Tenant } from './tenant.ts';

/** What stands in the second Region, too, under its own ARN: whatever answers calls. */
export function standbyFunctions({
  standbyRegion: region,
  pstnAudio,
}: Tenant): readonly ((typeof deployedFunctions)[number] & { readonly arn: string })[] {
  if (region === undefined) return [];
  return deployedFunctions
    .filter(({ name }) => name === 'sma')
    .map((each) => ({ ...each, arn: functionArn({ region, accountId: pstnAudio.AwsAccountId }, each.name) }));
}
