import { z } from 'zod';
import { LIMITS } from '../limits';
import { limitedText } from './shape';

/** `text` (cloud-api 1.3). */
export const textSchema = z
	.object({ body: limitedText(LIMITS.text.body), preview_url: z.boolean().optional() })
	.strict();
