import type { PstnAudioConfig } from '../config-schema.ts';
import { regionOf, unqualified } from '../function.ts';
import type { ConfigProblem } from '../problem.ts';

/** An application's function is in its Region, and among the functions where any are configured. */
export function applicationProblems({ SipMediaApplications, Functions }: PstnAudioConfig): readonly ConfigProblem[] {
  const known = new Set(Functions.flatMap(({ FunctionArn }) => [FunctionArn, unqualified(FunctionArn)]));
  return SipMediaApplications.flatMap(({ Endpoints, AwsRegion }, index) =>
    Endpoints.flatMap(({ LambdaArn }, endpoint) => {
      const path = `SipMediaApplications[${index}].Endpoints[${endpoint}].LambdaArn`;
      if (regionOf(LambdaArn) !== AwsRegion)
        return [
          {
            path,
            message: `is in ${regionOf(LambdaArn)}: the function has to be in ${AwsRegion}, as the application is`,
          },
        ];
      if (Functions.length === 0 || known.has(LambdaArn) || known.has(unqualified(LambdaArn))) return [];
      return [{ path, message: 'is no FunctionArn of Functions: add the function there', missingIn: 'Functions' }];
    }),
  );
}
