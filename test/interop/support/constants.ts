/** The service's number. */
export const dialIn = '+14255550100';
/** The number of somebody else's telephone. */
export const otherNumber = '+12065550141';
/** What the prompt hello.wav says, in Hz, and for how long. */
export const promptHz = 1330;
export const promptSeconds = 2;
