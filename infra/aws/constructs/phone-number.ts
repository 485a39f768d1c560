import { CustomResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import type { ChimeProvider } from './chime-provider.ts';

export interface PhoneNumberProps {
  readonly provider: ChimeProvider;
  readonly wanted: DeploymentConfig['phoneNumber'];
  /** Of the SIP rule that takes its calls: a number that is given up takes that rule along. */
  readonly ruleName: string;
}

/** The number that the skill calls: ordered in an area, or one that the account has already. */
export class PhoneNumber extends Construct {
  /** "+12065550100", known at deployment. */
  readonly e164: string;

  constructor(scope: Construct, id: string, { provider, wanted, ruleName }: PhoneNumberProps) {
    super(scope, id);
    const number = new CustomResource(this, 'Number', {
      serviceToken: provider.serviceToken,
      resourceType: 'Custom::ChimePhoneNumber',
      properties: {
        ProductType: 'SipMediaApplicationDialIn',
        RuleName: ruleName,
        ...('areaCode' in wanted ? { AreaCode: wanted.areaCode } : { E164PhoneNumber: wanted.e164 }),
      },
    });
    this.e164 = number.getAttString('E164PhoneNumber');
  }
}
