/** An event as targets get it (Amazon EventBridge user guide, aws-events). */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** ISO 8601, whole seconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

/** Takes events. What it throws is its own affair: no sender hears of it. */
export type BusTarget = (event: BusEvent) => void;

/** Each field that is given names what is wanted, exactly or by what it begins with; other patterns of EventBridge are not served here. */
export interface BusRule {
  readonly bus: string;
  readonly source?: readonly string[];
  readonly 'detail-type'?: readonly string[];
  /** Fields of the detail itself, not of what is in them. */
  readonly detail?: Readonly<Record<string, readonly (string | { readonly prefix: string })[]>>;
}

/** Which events go to whom. */
export class BusRules {
  readonly #buses: ReadonlySet<string>;
  readonly #rules = new Map<symbol, { readonly rule: BusRule; readonly target: BusTarget }>();

  constructor(buses: readonly string[]) {
    this.#buses = new Set(buses);
  }

  add(rule: BusRule, target: BusTarget): () => void {
    if (!this.#buses.has(rule.bus))
      throw new RangeError(`no bus is named ${rule.bus}; there are: ${[...this.#buses].join(', ')}`);
    const id = Symbol(rule.bus);
    this.#rules.set(id, { rule, target });
    return () => void this.#rules.delete(id);
  }

  /** To every rule that fits. A bus that does not exist has none: AWS was seen to take such events and say nothing. */
  deliver(bus: string, event: BusEvent): void {
    for (const { rule, target } of this.#rules.values()) {
      if (rule.bus !== bus || !fits(rule, event)) continue;
      // Later, as on AWS: the sender has its answer first, and hears of no fault of the target.
      void Promise.resolve(event)
        .then(target)
        .catch(() => undefined);
    }
  }
}

function fits(rule: BusRule, event: BusEvent): boolean {
  if (rule.source?.includes(event.source) === false) return false;
  if (rule['detail-type']?.includes(event['detail-type']) === false) return false;
  const fields = new Map(Object.entries(event.detail ?? {}) as [string, unknown][]);
  return Object.entries(rule.detail ?? {}).every(([name, wanted]) => {
    const value = fields.get(name);
    return wanted.some((each) =>
      typeof each === 'string' ? value === each : typeof value === 'string' && value.startsWith(each.prefix),
    );
  });
}
