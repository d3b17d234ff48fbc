import { Problems } from '../errors/invalidInput';
import { checkText } from './check';
import { checkWholeNumber } from './checkNumber';
import { checkParts, type InteractiveParts } from './interactive';
import { LIMITS } from './limits';

interface CallParameters {
	display_text?: string;
	ttl_minutes?: number;
	payload?: string;
}

export interface CallButtonMessage {
	type: 'interactive';
	interactive: InteractiveParts & {
		type: 'voice_call';
		action: { name: 'voice_call'; parameters?: CallParameters };
	};
}

/**
 * A message with a button that calls the business on WhatsApp (cloud-api 1.4).
 *
 * @param input.displayText label of the button; Meta's when left out
 * @param input.ttlMinutes how long the button works, 1 to 43200 minutes; 10080 (7 days) when left out
 * @param input.payload comes back in the webhook of the call, at most 512 characters
 * @throws {InvalidInput} naming `Body`, `Button Text`, `Valid for (Minutes)` or `Payload`
 */
export function buildCallButton(input: {
	body: string;
	displayText?: string;
	ttlMinutes?: unknown;
	payload?: string;
}): CallButtonMessage {
	const problems = new Problems();
	const { body } = checkParts(problems, { body: input.body, maxBody: LIMITS.interactiveBody });
	const parameters = checkParameters(problems, input);
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: {
			type: 'voice_call',
			body,
			action: { name: 'voice_call', ...(Object.keys(parameters).length > 0 && { parameters }) },
		},
	};
}

function checkParameters(
	problems: Problems,
	input: { displayText?: string; ttlMinutes?: unknown; payload?: string },
): CallParameters {
	const displayText = checkText(problems, {
		field: 'Button Text',
		value: input.displayText,
		max: LIMITS.callText,
		optional: true,
	});
	const ttlMinutes =
		input.ttlMinutes === undefined || input.ttlMinutes === ''
			? undefined
			: checkWholeNumber(problems, {
					field: 'Valid for (Minutes)',
					value: input.ttlMinutes,
					min: 1,
					max: LIMITS.callMinutes,
				});
	const payload = checkText(problems, {
		field: 'Payload',
		value: input.payload,
		max: LIMITS.callPayload,
		optional: true,
	});
	return {
		...(displayText !== '' && { display_text: displayText }),
		...(ttlMinutes !== undefined && { ttl_minutes: ttlMinutes }),
		...(payload !== '' && { payload }),
	};
}
