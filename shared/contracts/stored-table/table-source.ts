import * as z from 'zod';

const fileSchema = z.object({ name: z.string(), text: z.string() });

/** The files that an operator wrote, as they are stored: JSON. */
export const storedTableSourceSchema = z.object({ table: fileSchema, branches: fileSchema.exactOptional() });
