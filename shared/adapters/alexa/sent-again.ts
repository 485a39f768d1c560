/**
 * Sends a question that changes nothing, and sends it a second time when there is no connection: one that was kept open
 * may have been closed by the other side while Lambda had the function frozen, between two turns of a conversation.
 */
export async function sentAgain(send: () => Promise<Response>, signal: AbortSignal): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    if (signal.aborted) throw error;
    return await send();
  }
}
