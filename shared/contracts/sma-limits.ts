/** What a SIP media application's function may answer (Amazon Chime SDK developer guide, invoke-on-call-leg). */
export const smaSchemaVersion = '1.0';
export const maximumActions = 10;
/** Contradicted by the 100 pairs of another page; the smaller number is right under both. */
export const maximumTransactionAttributes = 10;
/** Keys and values together ("20 KB", transaction-attributes). */
export const maximumTransactionAttributesBytes = 20_000;
/** Characters of one header's value (sip-headers). */
export const maximumSipHeaderLength = 2048;
/** Characters of Speak's Text (speak). */
export const maximumSpokenCharacters = 1000;
