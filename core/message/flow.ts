import { Problems } from '../errors/invalidInput';
import { isJsonObject, type JsonObject } from '../shared/json';
import { checkText } from './check';
import { hasEmoji } from './emoji';
import { checkParts, type InteractiveHeader, type InteractiveParts } from './interactive';
import { LIMITS } from './limits';

/** Where a Flow begins: at a screen that is named here, or at the one that the Flow's endpoint answers with. */
export type FlowStart = { action: 'navigate'; screen?: string; data?: unknown } | { action: 'data_exchange' };

interface FlowParameters {
	flow_message_version: '3';
	flow_id?: string;
	flow_name?: string;
	flow_cta: string;
	mode: 'draft' | 'published';
	flow_token?: string;
	flow_action: 'navigate' | 'data_exchange';
	flow_action_payload?: { screen: string; data?: JsonObject };
}

export interface FlowMessage {
	type: 'interactive';
	interactive: InteractiveParts & { type: 'flow'; action: { name: 'flow'; parameters: FlowParameters } };
}

/**
 * A message with a button that opens a Flow (cloud-api 1.4).
 *
 * @param input.flow the Flow, by ID or by name
 * @param input.cta text of the button. Meta advises 30 characters without emoji; kept as a rule, since what it does
 * with others is unverified
 * @param input.mode `draft` opens a Flow that is not published yet, on testers' phones
 * @param input.token comes back with the answer; Meta's default is `unused`
 * @throws {InvalidInput} naming `Header Text`, `Header Media`, `Body`, `Footer`, `Flow`, `Button Text`, `Screen` or `Data`
 */
export function buildFlow(input: {
	header?: InteractiveHeader;
	body: string;
	footer?: string;
	flow: { by: 'id' | 'name'; value: string };
	cta: string;
	mode: 'draft' | 'published';
	token?: string;
	start: FlowStart;
}): FlowMessage {
	const problems = new Problems();
	const parts = checkParts(problems, { ...input, maxBody: LIMITS.interactiveBody });
	const flow = checkText(problems, { field: 'Flow', value: input.flow.value }).trim();
	const cta = checkText(problems, { field: 'Button Text', value: input.cta, max: LIMITS.flowCta });
	if (hasEmoji(cta)) problems.add('Button Text', 'must not have emoji');
	const token = checkText(problems, { field: 'Flow Token', value: input.token, optional: true });
	const payload = input.start.action === 'navigate' ? checkPayload(problems, input.start) : undefined;
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: {
			type: 'flow',
			...parts,
			action: {
				name: 'flow',
				parameters: {
					flow_message_version: '3',
					...(input.flow.by === 'id' ? { flow_id: flow } : { flow_name: flow }),
					flow_cta: cta,
					mode: input.mode,
					...(token !== '' && { flow_token: token }),
					flow_action: input.start.action,
					...(payload && { flow_action_payload: payload }),
				},
			},
		},
	};
}

/** The first screen and its data; undefined when the Flow begins where its definition says. */
function checkPayload(problems: Problems, input: { screen?: string; data?: unknown }) {
	const data = checkData(problems, input.data);
	const screen = checkText(problems, { field: 'Screen', value: input.screen, optional: true }).trim();
	if (screen === '' && data !== undefined) problems.add('Screen', 'must not be empty when there is data for it');
	return screen === '' ? undefined : { screen, ...(data && { data }) };
}

/** The data of the screen as an object; nothing and `{}` are none, since Meta refuses an empty object. */
function checkData(problems: Problems, value: unknown): JsonObject | undefined {
	const data = typeof value === 'string' ? parsed(value) : (value ?? undefined);
	if (data === undefined) return undefined;
	if (!isJsonObject(data)) {
		problems.add('Data', 'must be a JSON object such as {"name": "Ana"}');
		return undefined;
	}
	return Object.keys(data).length === 0 ? undefined : data;
}

/** JSON as it stands in the text; undefined for blank text, null for what cannot be read. */
function parsed(text: string): unknown {
	if (text.trim() === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
