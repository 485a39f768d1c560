import * as z from 'zod';
import { created } from '../api-error.ts';
import { awsRegion, objectName, tags } from '../requests.ts';
import { endpointProblem, endpoints, showApplication } from '../sip-media-applications.ts';
import { operation } from './operation.ts';

/** Whether the function exists is seen when it is invoked: on AWS, too. */
export const createSipMediaApplication = operation(
  'POST /sip-media-applications',
  z.object({ AwsRegion: awsRegion, Name: objectName, Endpoints: endpoints, Tags: tags.exactOptional() }),
  ({ AwsRegion, Name, Endpoints, Tags }, { registry, ids }) => {
    const problem = endpointProblem(AwsRegion, Endpoints);
    if (problem !== undefined) return problem;
    const id = ids.uuid();
    const now = registry.now();
    const application = {
      SipMediaApplicationId: id,
      SipMediaApplicationArn: registry.arnOf('sma', AwsRegion, id),
      AwsRegion,
      Name,
      Endpoints,
      CreatedTimestamp: now,
      UpdatedTimestamp: now,
    };
    registry.sipMediaApplications.set(id, application);
    if (Tags !== undefined) registry.tags.set(application.SipMediaApplicationArn, Tags);
    return created({ SipMediaApplication: showApplication(application) });
  },
);
