import { z } from 'zod';

/** Decimal degrees, as a number or its text. */
function degrees(max: number) {
	return z
		.union([
			z.number(),
			z
				.string()
				.regex(/^-?\d+(\.\d+)?$/, 'must be decimal degrees')
				.transform(Number),
		])
		.refine((value) => Math.abs(value) <= max, `must be between -${max} and ${max}`);
}

/** `location` (cloud-api 1.3). */
export const locationSchema = z
	.object({
		latitude: degrees(90),
		longitude: degrees(180),
		name: z.string().optional(),
		address: z.string().optional(),
	})
	.strict();
