import { until } from '../../../test/harness/n8n/poll';
import type { PhoneMessage } from '../sandboxClient';
import type { ScenarioContext } from './context';

/** Ids of what a phone shows now, to tell later messages from it. */
export async function shownMessages(context: ScenarioContext, phoneKey: string): Promise<Set<string>> {
	const messages = await context.sandbox.messages(phoneKey);
	return new Set(messages.map(({ id }) => id));
}

/** The messages from the business that a phone shows and did not show before. */
export async function newMessages(
	context: ScenarioContext,
	{ phoneKey, shown }: { phoneKey: string; shown: ReadonlySet<string> },
): Promise<PhoneMessage[]> {
	const messages = await context.sandbox.messages(phoneKey);
	return messages.filter(({ id, direction }) => direction === 'outbound' && !shown.has(id));
}

/** Waits for a message from the business that fits. */
export async function nextMessage(
	context: ScenarioContext,
	wanted: {
		phoneKey: string;
		shown: ReadonlySet<string>;
		/** Completes "Waited 30 s for …". */
		what: string;
		fits: (message: PhoneMessage) => boolean;
	},
): Promise<PhoneMessage> {
	let instead: PhoneMessage[] = [];
	const describe = () => `new on the phone: ${JSON.stringify(instead)}`;
	return await until({ what: wanted.what, describe }, async () => {
		instead = await newMessages(context, wanted);
		return instead.find(wanted.fits);
	});
}

/** Whether a message shows the template of that name. */
export function isTemplate(name: string): (message: PhoneMessage) => boolean {
	return (message) => message.template?.name === name;
}
