/** Physical ids of one type: the service's own id behind the type, so that CloudFormation's own ids are told apart. */
export interface PhysicalIds {
  readonly write: (id: string) => string;
  /** The service's id; undefined when CloudFormation made the id up, because creation failed. */
  readonly read: (physicalResourceId: string) => string | undefined;
}

export function physicalIds(type: string): PhysicalIds {
  const start = `${type}/`;
  return {
    write: (id) => `${start}${id}`,
    read: (physicalResourceId) =>
      physicalResourceId.startsWith(start) ? physicalResourceId.slice(start.length) : undefined,
  };
}

/**
 * The service's id.
 * @throws Error when there is none.
 */
export function idIn(ids: PhysicalIds, physicalResourceId: string): string {
  const id = ids.read(physicalResourceId);
  if (id === undefined) throw new Error('the physical id is not of this type of resource');
  return id;
}

/** What an answer of the service must have. */
export function present<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`the service answered without ${what}`);
  return value;
}
