import type { FaultPlan, PlannedFaults } from '../../http/planned-faults.ts';
import type { ApiErrorType } from './api-error.ts';
import type { OperationName } from './operations/operations.ts';

export type VoiceFaults = FaultPlan<OperationName, ApiErrorType>;
export type PlannedVoiceFaults = PlannedFaults<OperationName, ApiErrorType>;

/** As was seen of AWS. */
export const tooManyRequests = 'Service received too many requests';
