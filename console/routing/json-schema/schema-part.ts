import type * as z from 'zod';

/** A JSON Schema, or a part of one (JSON Schema draft 2020-12). */
export type JsonSchema = z.core.JSONSchema.JSONSchema;
