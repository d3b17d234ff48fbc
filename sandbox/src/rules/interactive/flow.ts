import { z } from 'zod';
import { invalidValue, missing } from '../../errors';
import { LIMITS } from '../../limits';
import { limitedText } from '../shape';
import { framed, requiredText } from './parts';

const payload = z
	.object({
		screen: requiredText,
		data: z
			.record(z.unknown())
			.refine((data) => Object.keys(data).length > 0, 'must not be an empty object')
			.optional(),
	})
	.strict();

/** A button that opens a Flow. The 30 characters without emoji of `flow_cta` are Meta's advice, enforced here. */
export const flowSchema = framed({
	type: 'flow',
	action: z
		.object({
			name: z.literal('flow'),
			parameters: z
				.object({
					flow_message_version: z.literal('3'),
					flow_id: z.union([requiredText, z.number().transform(String)]).optional(),
					flow_name: requiredText.optional(),
					flow_cta: limitedText(LIMITS.interactive.flowCta).refine(
						(text) => !/\p{Extended_Pictographic}/u.test(text),
						'must not have emoji',
					),
					mode: z.enum(['draft', 'published']).optional(),
					flow_token: requiredText.optional(),
					flow_action: z.enum(['navigate', 'data_exchange']).optional(),
					flow_action_payload: payload.optional(),
				})
				.strict(),
		})
		.strict(),
});

/** Exactly one of `flow_id` and `flow_name`; a payload goes with `navigate` only. */
export function checkFlow({ action: { parameters } }: z.infer<typeof flowSchema>): void {
	const name = "interactive['action']['parameters']";
	if (parameters.flow_id === undefined && parameters.flow_name === undefined)
		throw missing(`One of the parameters ${name}['flow_id'] and ${name}['flow_name'] is required.`);
	if (parameters.flow_id !== undefined && parameters.flow_name !== undefined)
		throw invalidValue(`Only one of the parameters ${name}['flow_id'] and ${name}['flow_name'] is allowed.`);
	if (parameters.flow_action === 'data_exchange' && parameters.flow_action_payload)
		throw invalidValue(`Param ${name}['flow_action_payload'] is allowed with flow_action "navigate" only.`);
}
