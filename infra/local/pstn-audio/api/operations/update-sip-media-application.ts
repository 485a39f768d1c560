import * as z from 'zod';
import { done } from '../api-error.ts';
import { id, objectName } from '../requests.ts';
import { endpointProblem, endpoints, noSuchApplication, showApplication } from '../sip-media-applications.ts';
import { operation } from './operation.ts';

/** Counts for the next call; calls under way keep the function that they have. */
export const updateSipMediaApplication = operation(
  'PUT /sip-media-applications/{SipMediaApplicationId}',
  z.object({
    SipMediaApplicationId: id,
    Name: objectName.exactOptional(),
    Endpoints: endpoints.exactOptional(),
  }),
  ({ SipMediaApplicationId, ...changes }, { registry }) => {
    const application = registry.sipMediaApplications.get(SipMediaApplicationId);
    if (application === undefined) return noSuchApplication();
    const problem = changes.Endpoints && endpointProblem(application.AwsRegion, changes.Endpoints);
    if (problem !== undefined) return problem;
    const updated = { ...application, ...changes, UpdatedTimestamp: registry.now() };
    registry.sipMediaApplications.set(SipMediaApplicationId, updated);
    return done({ SipMediaApplication: showApplication(updated) });
  },
);
