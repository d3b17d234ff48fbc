import { checkLength } from '../../../message/check';
import { LIMITS } from '../../../message/limits';
import type { TemplateField } from '../../fields';
import type { TemplateParameter } from '../../message';
import type { TemplatePart } from '../../part';
import type { PlacedButton } from './placedButton';

/** A button that calls the business: how long it works and what comes back with the call, both optional (cloud-api 1.5). */
export function voiceCallPart({ index, name, id }: PlacedButton): TemplatePart {
	const ttl: TemplateField = {
		id: `${id}_ttl_minutes`,
		label: `${name} Works for Minutes (optional)`,
		hint: '1 to 43,200 minutes; seven days when left empty',
		required: false,
		extra: true,
		kind: 'number',
	};
	const payload: TemplateField = {
		id: `${id}_payload`,
		label: `${name} Payload (optional)`,
		hint: 'Text that comes back with the call, at most 512 characters',
		required: false,
		extra: true,
		kind: 'payload',
	};
	return {
		fields: [ttl, payload],
		build(values) {
			const minutes = values.wholeNumber(ttl, { min: 1, max: LIMITS.callMinutes });
			const text = values.text(payload);
			checkLength(values.problems, { field: payload.label, text, max: LIMITS.callPayload });
			const parameters: TemplateParameter[] = [];
			if (minutes !== undefined) parameters.push({ type: 'ttl_minutes', ttl_minutes: minutes });
			if (text !== '') parameters.push({ type: 'payload', payload: text });
			if (parameters.length === 0) return undefined;
			return { type: 'button', sub_type: 'voice_call', index: String(index), parameters };
		},
	};
}
