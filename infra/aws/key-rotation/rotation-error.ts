/**
 * A rotation that does not go on. Secrets Manager tries it again, and the log shows the message: it never holds a key, nor what
 * somebody may have put in a key's place.
 */
export class RotationError extends Error {
  override readonly name = 'RotationError';
}
