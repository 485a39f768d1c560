import type { FaultPlan, PlannedFaults } from '../http/planned-faults.ts';
import type { ApiErrorType } from './api-error.ts';
import type { OperationName } from './operations/operations.ts';

export type MeetingFaults = FaultPlan<OperationName, ApiErrorType>;
export type PlannedMeetingFaults = PlannedFaults<OperationName, ApiErrorType>;
