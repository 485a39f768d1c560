/** What CreateSipMediaApplicationCall asks for, checked against numbers and applications already. */
export interface OutboundCallRequest {
  readonly sipMediaApplicationId: string;
  /** E.164, owned by the account. */
  readonly fromPhoneNumber: string;
  /** E.164. */
  readonly toPhoneNumber: string;
  /** They go to the far end; the function never sees them. */
  readonly sipHeaders: Readonly<Record<string, string>>;
  /** Comes as Parameters.Arguments in NEW_OUTBOUND_CALL, and only there. */
  readonly argumentsMap: Readonly<Record<string, string>> | undefined;
}

export interface CallUpdateRequest {
  readonly sipMediaApplicationId: string;
  readonly transactionId: string;
  readonly arguments: Readonly<Record<string, string>>;
}

/** What the Voice API may do to calls. */
export interface CallDesk {
  /** Places a call; what comes of it is told to the application's function. `busy`: there are as many calls as there may be. */
  placeCall(request: OutboundCallRequest): { readonly transactionId: string } | 'busy';
  /** CALL_UPDATE_REQUESTED for a call under way; undefined when there is none such. */
  updateCall(request: CallUpdateRequest): 'accepted' | undefined;
}
