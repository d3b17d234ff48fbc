import type { Problems } from '../errors/invalidInput';
import { checkText, checkUrl } from '../message/check';
import type { SendComponent } from './message';

/** What opens when the recipient taps the message itself, in the place of the address of its URL button. */
export interface TapTarget {
	url: string;
	title: string;
}

/**
 * The component that replaces the address and title behind the message (cloud-api 1.5): for verified WABAs of high
 * quality only. No length of the title is documented, so none is checked.
 */
export function tapTargetComponent(problems: Problems, target: TapTarget): SendComponent {
	const url = checkText(problems, { field: 'Tap Target URL', value: target.url }).trim();
	checkUrl(problems, { field: 'Tap Target URL', url });
	const title = checkText(problems, { field: 'Tap Target Title', value: target.title });
	return {
		type: 'tap_target_configuration',
		parameters: [{ type: 'tap_target_configuration', tap_target_configuration: [{ url, title }] }],
	};
}
