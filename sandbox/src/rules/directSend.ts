import { invalidParameter, invalidValue } from '../errors';
import { asObject, asText, type Json } from '../json';
import { LIMITS } from '../limits';
import type { State } from '../state';
import type { Envelope } from './envelope';
import { lengthOf } from './shape';

const INTERACTIVE = ['button', 'cta_url', 'voice_call'];

function checkLife(category: 'utility' | 'authentication', seconds: number | undefined): void {
	const { min, max } = LIMITS.directSend.ttl[category];
	if (seconds !== undefined && (seconds < min || seconds > max))
		throw invalidValue(`Param ttl_seconds must be between ${min} and ${max} for category "${category}".`);
}

/**
 * Direct Send (cloud-api 1.8): a send with a `category`. 100: the account may not, or a key of Direct Send without a
 * category; 131009: a type or value that it does not take. True when the send is one.
 */
export function checkDirectSend(input: { state: State; envelope: Envelope; type: string; content: Json }): boolean {
	const { state, envelope, type, content } = input;
	const { category, direct_send_config: config, ttl_seconds: seconds } = envelope;
	if (category === undefined) {
		if (config) throw invalidParameter('Param direct_send_config needs the param category.');
		if (seconds !== undefined) throw invalidParameter('Param ttl_seconds needs the param category.');
		return false;
	}
	if (!state.settings.directSend)
		throw invalidParameter('Param category is not available: Direct Send is not enabled for this account.');
	if (envelope.recipient_type === 'group') throw invalidValue('Param recipient_type must be "individual".');
	const kind = type === 'interactive' ? (asText(asObject(content).type) ?? '') : type;
	if (type !== 'text' && !(type === 'interactive' && INTERACTIVE.includes(kind)))
		throw invalidValue(`Param type: Direct Send takes text and interactive {${INTERACTIVE.join(', ')}}, not ${kind}.`);
	if (config && category !== 'utility') throw invalidValue('Param direct_send_config is for category "utility" only.');
	if (type === 'text' && lengthOf(asText(asObject(content).body) ?? '') > LIMITS.directSend.body)
		throw invalidValue(`Param text['body'] must be at most ${LIMITS.directSend.body} characters long.`);
	checkLife(category, seconds);
	return true;
}
