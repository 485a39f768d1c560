import { usualMetricsNamespace } from '../../shared/observability/metrics.ts';
import type { DeploymentConfig } from './config/deployment-config.ts';

/** The stacks there are; those that stand in each Region have its name behind theirs. */
export type StackKind = 'Keys' | 'Data' | 'Numbers' | 'Calls' | 'Entry' | 'Skill' | 'Console' | 'Operations';

/** Physical names, fixed before deployment, so that the stacks of another Region and the command line refer to them by name. */
export interface Names {
  /** `<name>-<environment>`: what every other name begins with. At most 25 characters. */
  readonly prefix: string;
  /** Id and name of a stack: `<prefix>-Calls-us-east-1`, `<prefix>-Data`. */
  readonly stack: (kind: StackKind, region?: string) => string;
  readonly callContextsTable: string;
  readonly routingTablesTable: string;
  readonly callRecordsTable: string;
  /** Drafts of routing tables, and who changed what. */
  readonly consoleTable: string;
  /** Signs call-context ids. */
  readonly contextSigningSecret: string;
  /** Signs commands to calls. */
  readonly callCommandSecret: string;
  /** Signs requests to look-up services. */
  readonly lookUpSigningSecret: string;
  /** Of the customer-managed key, the same in each Region. */
  readonly keyAlias: string;
  /** The function's name; the same in each Region it stands in. */
  readonly function: (name: string) => string;
  /** Where the function logs. */
  readonly logGroup: (name: string) => string;
  /** The EventBridge bus that advisers are invited on; one in each Region. */
  readonly adviserBus: string;
  /** The SIP media application; one in each Region. */
  readonly sipMediaApplication: string;
  /** The SIP rule by the phone number, and those by a Voice Connector's host. */
  readonly sipRule: (trigger: string) => string;
  /** A Voice Connector, by its id in the deployment's config. */
  readonly voiceConnector: (id: string) => string;
  readonly consoleApi: string;
  /** Where operators and agents sign in. */
  readonly userPool: string;
  /** CloudWatch's, of what the functions count. */
  readonly metricsNamespace: string;
  readonly alarmTopic: string;
  readonly dashboard: string;
}

/** Every name of a deployment follows from the deployment's name and environment alone. */
export function namesOf({ name, environment }: Pick<DeploymentConfig, 'name' | 'environment'>): Names {
  const prefix = `${name}-${environment}`;
  const named = (what: string): string => `${prefix}-${what}`;
  return {
    prefix,
    stack: (kind, region) => named(region === undefined ? kind : `${kind}-${region}`),
    callContextsTable: named('call-contexts'),
    routingTablesTable: named('routing-tables'),
    callRecordsTable: named('call-records'),
    consoleTable: named('console'),
    contextSigningSecret: named('context-signing'),
    callCommandSecret: named('call-commands'),
    lookUpSigningSecret: named('look-up-signing'),
    keyAlias: `alias/${prefix}`,
    function: named,
    logGroup: (functionName) => `/aws/lambda/${named(functionName)}`,
    adviserBus: named('advisers'),
    sipMediaApplication: named('calls'),
    sipRule: (trigger) => named(trigger),
    voiceConnector: (id) => named(id),
    consoleApi: named('console'),
    userPool: named('people'),
    metricsNamespace: `${usualMetricsNamespace}/${prefix}`,
    alarmTopic: named('alarms'),
    dashboard: named('calls'),
  };
}
