import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { deployedFunctions } from '../../functions.ts';
import type { Bundles } from '../bundles.ts';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import type { Names } from '../names.ts';
import { alarmDefinitions } from './alarm-definitions.ts';
import { AlarmTopic } from './alarm-topic.ts';
import { Alarms } from './alarms.ts';
import { Canary, type CallingBridge } from './canary.ts';
import { Dashboard } from './dashboard.ts';
import { placeOf } from './function-alarms.ts';

export interface OperationsStackProps extends StackProps {
  readonly config: DeploymentConfig;
  readonly names: Names;
  /** The stack's own. */
  readonly region: string;
  /** Of this Region; its policy lets CloudWatch use it. */
  readonly key: IKey;
  readonly bundles: Bundles;
  /** Of this Region. The canary calls from it, where the config wants one and this is the primary Region. */
  readonly bridge: CallingBridge;
  /** Where infra/aws/runbook.md is to be read. Default: its path in the repository. */
  readonly runbook?: string;
}

/** Whoever looks after calls in one Region: alarms and where they are told, a dashboard, and in the primary Region the canary. */
export class OperationsStack extends Stack {
  readonly dashboard: Dashboard;
  /** Where the config wants one. */
  readonly canary: Canary | undefined;

  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    super(scope, id, props);
    const { config, names, region, key, bundles, bridge, runbook = 'infra/aws/runbook.md' } = props;
    const isPrimary = region === config.regions.primary;
    const isHere = (stands: 'inEachRegion' | 'inPrimaryRegion'): boolean => isPrimary || stands === 'inEachRegion';
    const canary = isPrimary ? config.canary : undefined;
    const { metricsNamespace } = names;
    const tables = {
      callContexts: names.callContextsTable,
      routingTables: names.routingTablesTable,
      callRecords: names.callRecordsTable,
      console: names.consoleTable,
    };
    const { topic } = new AlarmTopic(this, 'AlarmTopic', {
      topicName: names.alarmTopic,
      key,
      email: config.alarms.email,
    });
    const { alarms } = new Alarms(this, 'Alarms', {
      prefix: names.prefix,
      definitions: alarmDefinitions({ function: names.function, tables, metricsNamespace, canary }).filter(
        ({ stands }) => isHere(stands),
      ),
      topic,
      logGroup: names.logGroup,
      runbook,
    });
    this.dashboard = new Dashboard(this, 'Dashboard', {
      // Dashboards are the account's, not a Region's.
      dashboardName: `${names.dashboard}-${region}`,
      region,
      runbook,
      alarms,
      functions: deployedFunctions
        .filter(({ name }) => isHere(placeOf(name)))
        .map(({ name, timeoutSeconds }) => ({ name, timeoutSeconds, deployedName: names.function(name) })),
      tables,
      metricsNamespace,
      hasCanary: canary !== undefined,
    });
    this.canary = canary && new Canary(this, 'Canary', { names, config, canary, bundles, key, bridge });
  }
}
