import * as z from 'zod';
import type { SipMediaApplication } from '../objects/sip-media-application.ts';
import { refused, type ApiError } from './api-error.ts';

const functionArn =
  /^arn:(?:aws[a-zA-Z-]*)?:lambda:(?<region>[a-z]{2}(?:-gov|-isob?)?-[a-z]+-\d):\d{12}:function:[a-zA-Z0-9-_]+(?::(?:\$LATEST|[a-zA-Z0-9-_]+))?$/;

export const endpoints = z
  .array(
    z.object({
      LambdaArn: z.string().max(10_000).regex(functionArn, 'must be the ARN of a function, a version or an alias'),
    }),
  )
  .length(1);

/** What is wrong with an application's function: it must be of the application's Region. */
export function endpointProblem(awsRegion: string, wanted: z.output<typeof endpoints>): ApiError | undefined {
  const elsewhere = wanted.some(({ LambdaArn }) => functionArn.exec(LambdaArn)?.groups?.['region'] !== awsRegion);
  if (!elsewhere) return undefined;
  return refused(
    'BadRequestException',
    `Endpoints.0.LambdaArn: the function must be in ${awsRegion}, where the SIP media application is.`,
  );
}

export function noSuchApplication(): ApiError {
  return refused('NotFoundException', 'SipMediaApplicationId: the account has no such SIP media application.');
}

/** What the API shows of an application. */
export function showApplication(application: SipMediaApplication): object {
  const { LoggingConfiguration: _, AlexaSkillConfiguration: __, ...shown } = application;
  return shown;
}
