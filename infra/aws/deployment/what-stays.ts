import type { Names } from '../names.ts';
import type { RetainedResource } from './retained-resources.ts';

const keyTypes = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'];
/** Whose names are the deployment's own, so that another under the same name finds them taken. */
const namedTypes = ['AWS::DynamoDB::GlobalTable', 'AWS::SecretsManager::Secret'];

/** What is left of a deployment that is taken down, and what that means for the next one, as lines. */
export function whatStays(retained: readonly RetainedResource[], { prefix }: Pick<Names, 'prefix'>): string[] {
  const isAmong = (types: readonly string[]): boolean => retained.some(({ type }) => types.includes(type));
  return [
    retained.length === 0 ? 'Nothing stays.' : 'These stay, and cost what they hold, until you delete them yourself:',
    ...retained.map(({ logicalId, stack, type }) => `  ${type}  ${logicalId} of ${stack}`),
    ...(isAmong(keyTypes)
      ? ['Keys are needed as long as tables and secrets are there that were encrypted with them.']
      : ['KMS keys are disabled at once and deleted after seven days.']),
    ...(isAmong(namedTypes)
      ? [
          `Tables and secrets have fixed names: a deployment as ${prefix} finds them taken, and stops. Take another name for the next one, or delete`,
          'them first: tables have deletion protection in both Regions, secrets a replica in the standby Region (infra/aws/README.md, Taking it down).',
        ]
      : []),
  ];
}
