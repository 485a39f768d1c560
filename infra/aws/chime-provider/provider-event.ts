import { createHash } from 'node:crypto';
import * as z from 'zod';
import { resourceTypes } from './provider-actions.ts';

const common = {
  ResourceType: z.enum(resourceTypes),
  StackId: z.string().min(1),
  LogicalResourceId: z.string().min(1),
  ResourceProperties: z.record(z.string(), z.unknown()),
  /** From our own answer: asked for again, since the service had too much to do. */
  Unfinished: z.boolean().optional(),
};

/** What the CDK's provider framework hands over (AWS CloudFormation user guide, custom resource request objects). */
export const providerEvent = z.discriminatedUnion('RequestType', [
  z.object({ RequestType: z.literal('Create'), PhysicalResourceId: z.string().optional(), ...common }),
  z.object({
    RequestType: z.literal('Update'),
    PhysicalResourceId: z.string().min(1),
    OldResourceProperties: z.record(z.string(), z.unknown()),
    ...common,
  }),
  z.object({ RequestType: z.literal('Delete'), PhysicalResourceId: z.string().min(1), ...common }),
]);
export type ProviderEvent = z.output<typeof providerEvent>;

export interface OnEventAnswer {
  readonly PhysicalResourceId: string;
  readonly Data?: Readonly<Record<string, string>>;
  readonly Unfinished?: boolean;
}

export interface IsCompleteAnswer {
  readonly IsComplete: boolean;
  readonly Data?: Readonly<Record<string, string>>;
}

/** See `Asked.owner`. */
export function ownerOf({ StackId, LogicalResourceId }: ProviderEvent): string {
  return createHash('sha256').update(`${StackId} ${LogicalResourceId}`).digest('hex').slice(0, 16);
}

const withTags = z.object({ Tags: z.array(z.object({ Key: z.string() })) });

/** Properties of before may be of a template that was never right: a rollback hands them over all the same. */
export function earlierTagKeysOf(event: ProviderEvent): readonly string[] {
  if (event.RequestType !== 'Update') return [];
  const { data } = withTags.safeParse(event.OldResourceProperties);
  return data?.Tags.map(({ Key }) => Key) ?? [];
}
