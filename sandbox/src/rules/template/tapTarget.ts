import { z } from 'zod';
import { LIMITS } from '../../limits';
import type { JsonObject } from '../../json';
import { checkShape, limitedList, webAddress } from '../shape';
import { findComponent } from './components';

const targets = z
	.object({
		type: z.string(),
		parameters: limitedList({
			max: 1,
			of: z
				.object({
					type: z.literal('tap_target_configuration'),
					tap_target_configuration: limitedList({
						max: 1,
						of: z
							.object({ url: webAddress(LIMITS.template.url), title: z.string().min(1, 'must not be empty') })
							.strict(),
					}),
				})
				.strict(),
		}),
	})
	.strict();

/** `tap_target_configuration` of a send (cloud-api 1.5). That only some accounts may use it is not emulated. */
export function checkTapTarget(sent: readonly JsonObject[]): void {
	const value = findComponent(sent, 'TAP_TARGET_CONFIGURATION');
	if (value) checkShape({ schema: targets, value, name: "template['components']['tap_target_configuration']" });
}
