import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { BridgeFunction } from '../constructs/bridge-function.ts';
import { deployedFunction } from '../deployed-function.ts';
import { output } from '../constructs/output.ts';
import { outputs } from '../outputs.ts';
import { arnsIn } from '../permissions/arns.ts';
import { skillPermissions } from '../permissions/skill.ts';
import { skillSettings } from '../settings.ts';
import { BridgeStack, type BridgeStackProps } from './bridge-stack.ts';
import type { CallsStack } from './calls-stack.ts';
import type { NumbersStack } from './numbers-stack.ts';

export interface SkillStackProps extends BridgeStackProps {
  readonly numbers: NumbersStack;
  /** Of the stack's own Region. */
  readonly calls: CallsStack;
}

/** What answers Alexa. */
export class SkillStack extends BridgeStack {
  readonly skill: BridgeFunction;
  /** Alexa's permission to invoke it; none before the skill has its id. */
  readonly alexa: lambda.CfnPermission | undefined;

  constructor(scope: Construct, id: string, props: SkillStackProps) {
    super(scope, id, props);
    const { config, names, bundles, numbers, calls, env } = props;
    const { applicationId, arn } = calls.sipMediaApplication;
    this.skill = new BridgeFunction(this, 'Skill', {
      names,
      config,
      bundles,
      key: this.key,
      of: deployedFunction('skill'),
      settings: skillSettings(
        { config, names, phoneNumber: numbers.phoneNumber },
        { sipMediaApplicationId: applicationId },
      ),
      statements: skillPermissions({
        arns: arnsIn(this),
        names,
        key: this.key,
        region: env.region,
        sipMediaApplicationArn: arn,
      }),
      reservedConcurrency: config.concurrency.skill,
    });
    const { functionArn } = this.skill.function;
    const { skillId } = config.alexa;
    // For one skill alone, by the token that Alexa sends with its id (Alexa Skills Kit, host a custom skill as an AWS Lambda function).
    this.alexa =
      skillId === undefined
        ? undefined
        : new lambda.CfnPermission(this, 'Alexa', {
            action: 'lambda:InvokeFunction',
            functionName: functionArn,
            principal: 'alexa-appkit.amazon.com',
            eventSourceToken: skillId,
          });
    output(
      this,
      outputs.skillFunctionArn,
      functionArn,
      skillId === undefined
        ? 'The endpoint of the skill. Alexa may not invoke it yet: make the skill, write its id into the config, deploy again.'
        : 'The endpoint of the skill, for the Alexa developer console.',
    );
  }
}
