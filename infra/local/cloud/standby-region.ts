import { functionArn, readFunctionArn } from '../functions/function-names.ts';
import type { PstnAudioConfig } from '../pstn-audio/config/config.ts';
import type { Tenant } from './tenant.ts';

type SipMediaApplication = PstnAudioConfig['SipMediaApplications'][number];

/** Names its SIP media application in the standby Region: the first group of the id of the one that it stands by for is replaced. */
const standbyIdPrefix = '5b000000';

/**
 * The tenant with a second Region: for each SIP media application another one there, with the function of that Region, which takes
 * the calls of every SIP rule when the first has not answered (Amazon Chime SDK administrator guide, "Managing SIP rules").
 * @throws RangeError when that is the Region which the tenant has already.
 */
export function withStandbyRegion(tenant: Tenant, standbyRegion: string): Tenant {
  if (standbyRegion === tenant.region)
    throw new RangeError(`the standby Region must be another one than ${tenant.region}`);
  const { SipMediaApplications: applications, SipRules: rules } = tenant.pstnAudio;
  const standbys = new Map(applications.map((each) => [each.SipMediaApplicationId, standbyOf(each, standbyRegion)]));
  return {
    ...tenant,
    standbyRegion,
    pstnAudio: {
      ...tenant.pstnAudio,
      SipMediaApplications: [...applications, ...standbys.values()],
      SipRules: rules.map((rule) => {
        const last = Math.max(...rule.TargetApplications.map(({ Priority }) => Priority));
        return {
          ...rule,
          TargetApplications: rule.TargetApplications.flatMap((target, index) => [
            target,
            ...[standbys.get(target.SipMediaApplicationId)]
              .filter((standby) => standby !== undefined)
              .map(({ SipMediaApplicationId }) => ({
                SipMediaApplicationId,
                AwsRegion: standbyRegion,
                Priority: last + index + 1,
              })),
          ]),
        };
      }),
    },
  };
}

function standbyOf(application: SipMediaApplication, region: string): SipMediaApplication {
  return {
    ...application,
    SipMediaApplicationId: application.SipMediaApplicationId.replace(/^[^-]*/u, standbyIdPrefix),
    AwsRegion: region,
    Name: `${application.Name}-standby`,
    Endpoints: application.Endpoints.map(({ LambdaArn }) => ({ LambdaArn: inRegion(LambdaArn, region) })),
  };
}

function inRegion(arn: string, region: string): string {
  const read = readFunctionArn(arn);
  return read === undefined ? arn : functionArn({ ...read, region }, read.name);
}
