import type { TemplateField } from '../../fields';
import type { TemplatePart } from '../../part';
import type { PlacedButton } from './placedButton';

/** What Meta takes a flow token for that is not given (cloud-api 1.4). */
const NO_TOKEN = 'unused';

/** A button that opens a flow: its token comes back with the answer, its data fills the first screen (cloud-api 1.5). */
export function flowPart({ index, name, id }: PlacedButton): TemplatePart {
	const token: TemplateField = {
		id: `${id}_flow_token`,
		label: `${name} Flow Token (optional)`,
		hint: 'Text that comes back with the answer, to know it by',
		required: false,
		kind: 'payload',
	};
	const data: TemplateField = {
		id: `${id}_flow_data`,
		label: `${name} Flow Data (optional)`,
		hint: 'JSON object with the data of the first screen',
		required: false,
		extra: true,
		kind: 'json',
	};
	return {
		fields: [token, data],
		build(values) {
			const flowToken = values.text(token).trim() || NO_TOKEN;
			const flowData = values.object(data);
			const action = { flow_token: flowToken, ...(flowData !== undefined && { flow_action_data: flowData }) };
			return {
				type: 'button',
				sub_type: 'flow',
				index: String(index),
				parameters: [{ type: 'action', action }],
			};
		},
	};
}
