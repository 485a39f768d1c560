import { Stack, type StackProps } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import {
  callContextsTable,
  callRecordsTable,
  consoleTable,
  routingTablesTable,
  type TableDefinition,
} from '../../../shared/contracts/tables.ts';
import type { Bundles } from '../bundles.ts';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import { keyArnIn } from '../constructs/encryption-key.ts';
import { GlobalTable } from '../constructs/global-table.ts';
import { KeyRotation } from '../constructs/key-rotation.ts';
import { SigningSecret, type SigningSecretProps } from '../constructs/signing-secret.ts';
import type { Names } from '../names.ts';
import { tagsOf } from './bridge-stack.ts';
import type { KeysStack } from './keys-stack.ts';

export interface DataStackProps extends StackProps {
  readonly config: Pick<DeploymentConfig, 'name' | 'environment' | 'regions' | 'logs' | 'tags'>;
  readonly names: Names;
  readonly keys: { readonly primary: KeysStack; readonly standby: KeysStack };
  /** Has that of the function `key-rotation`. */
  readonly bundles: Bundles;
}

/** What both Regions share: tables, and the secrets that hold signing keys. Other stacks know them by `namesOf`. */
export class DataStack extends Stack {
  readonly callContexts: GlobalTable;
  readonly routingTables: GlobalTable;
  readonly callRecords: GlobalTable;
  readonly console: GlobalTable;
  readonly contextSigning: SigningSecret;
  readonly callCommands: SigningSecret;
  readonly lookUpSigning: SigningSecret;
  readonly keyRotation: KeyRotation;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    const { config, names, keys, bundles, ...stackProps } = props;
    super(scope, id, stackProps);
    const retain = config.environment === 'prod';
    const standbyRegion = config.regions.standby;
    // The CDK does not bring the app's tags to a table's other Regions.
    const standbyTags = Object.entries(tagsOf(config)).map(([key, value]) => ({ key, value }));
    // By the ARN, so that no construct here writes into the policy of a key in another stack.
    const key = kms.Key.fromKeyArn(this, 'Key', keys.primary.key.keyArn);
    const standbyKeyArn = keyArnIn(standbyRegion, keys.primary.key, this);
    const standbyKey = kms.Key.fromKeyArn(this, 'StandbyKey', standbyKeyArn);
    // Its ARN follows from the primary key's, so the CDK cannot see that it has to be there first.
    this.addStackDependency(keys.standby, 'tables and secrets are encrypted with it in the standby Region');

    const table = (name: string, tableName: string, definition: TableDefinition): GlobalTable =>
      new GlobalTable(this, name, { tableName, definition, standbyRegion, key, standbyKeyArn, retain, standbyTags });
    this.callContexts = table('CallContexts', names.callContextsTable, callContextsTable);
    this.routingTables = table('RoutingTables', names.routingTablesTable, routingTablesTable);
    this.callRecords = table('CallRecords', names.callRecordsTable, callRecordsTable);
    this.console = table('Console', names.consoleTable, consoleTable);

    const rotation = new KeyRotation(this, 'KeyRotation', { names, config, bundles, key, standbyKey });
    this.keyRotation = rotation;
    const common = { key, standbyRegion, standbyKey, rotation, retain };
    const secret = (
      name: string,
      own: Pick<SigningSecretProps, 'secretName' | 'description' | 'rotateEveryDays'>,
    ): SigningSecret => new SigningSecret(this, name, { ...common, ...own });
    this.contextSigning = secret('ContextSigning', {
      secretName: names.contextSigningSecret,
      description: 'Signs call-context ids.',
      rotateEveryDays: 30,
    });
    this.callCommands = secret('CallCommands', {
      secretName: names.callCommandSecret,
      description: 'Signs commands to calls.',
      rotateEveryDays: 30,
    });
    this.lookUpSigning = secret('LookUpSigning', {
      secretName: names.lookUpSigningSecret,
      description: 'Signs requests to look-up services.',
      // Services of others check these signatures: somebody has to bring them each new key, and has a year for it.
      rotateEveryDays: 365,
    });
  }
}
