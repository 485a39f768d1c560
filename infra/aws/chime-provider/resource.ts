import type * as z from 'zod';

/** What a template asks for. */
export interface Asked<Properties> {
  readonly properties: Properties;
  /**
   * 16 hexadecimal digits for one logical resource of one stack, the same as long as it lives. What is made bears it, so that a
   * repeated request finds what the first one made, and nobody takes over what is another's.
   */
  readonly owner: string;
  /** Keys of tags that the template had before and may have no longer. */
  readonly earlierTagKeys: readonly string[];
}

/** An object that stands, or is ordered. */
export interface Made {
  /** CloudFormation's name for it; another one after an update has CloudFormation delete the earlier object, once all else is done. */
  readonly physicalResourceId: string;
  /** What the template can refer to by Fn::GetAtt. */
  readonly data: Readonly<Record<string, string>>;
}

/** One type of custom resource. Whatever fails is thrown; the message goes to CloudFormation. */
export interface ChimeResource<Properties> {
  readonly schema: z.ZodType<Properties>;
  /** The id of what an earlier request made for the same owner, by the same name or trigger, in the same place. */
  readonly find: (asked: Asked<Properties>) => Promise<string | undefined>;
  /** Leaves nothing behind when it fails. */
  readonly create: (asked: Asked<Properties>) => Promise<Made>;
  /** Errors of `create` that pass: what was made just now is not known everywhere yet. */
  readonly mayPass?: (error: unknown) => boolean;
  /** Whether another object is needed: the one there is differs in what cannot be changed, or is gone. */
  readonly mustReplace: (id: string, asked: Asked<Properties>) => Promise<boolean>;
  /** Brings everything that can be changed to what is asked, whatever it is now: it may have failed half-way before. */
  readonly update: (id: string, asked: Asked<Properties>) => Promise<Made>;
  /** Whether what was created or updated can be used; absent: at once. */
  readonly isReady?: (id: string) => Promise<boolean>;
  /**
   * True when the object is gone, false when it is still to be asked for again. An id that is not of this type is true.
   * @param properties undefined when they are not valid: nothing was ever made with them.
   */
  readonly remove: (id: string, properties: Properties | undefined) => Promise<boolean>;
}
