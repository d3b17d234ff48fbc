import { InvalidInput } from '../../../../core/errors/invalidInput';
import { objectOf, type JsonObject } from '../../../../core/shared/json';
import { buildTemplate } from '../../../../core/template/build';
import { templateFields } from '../../../../core/template/fields';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { template, templateVariables } from '../../properties/template';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { getTemplateDefinition, parseTemplateReference } from '../../transport/templates';
import { NO_FILE, sendMessage } from './sendMessage';

async function readDefinition({ n8n, itemIndex, run }: OperationContext) {
	const value = readString(n8n, { name: 'template', itemIndex });
	if (value === '') throw new InvalidInput([{ field: 'Template', message: 'choose a template' }]);
	return await run.once(
		`template/${value}`,
		async () => await getTemplateDefinition(n8n, parseTemplateReference(value)),
	);
}

/** The form's values without its empty fields. */
function readValues({ n8n, itemIndex }: OperationContext): JsonObject {
	// n8n's own check would stop at the first missing variable and name it by its ID.
	const values: unknown = n8n.getNodeParameter('templateVariables.value', itemIndex, {}, { skipValidation: true });
	return Object.fromEntries(Object.entries(objectOf(values)).filter(([, value]) => value !== null && value !== ''));
}

export const sendTemplate: ItemOperation = {
	value: 'sendTemplate',
	name: 'Send Template',
	action: 'Send a template message',
	description: 'Send an approved template, at any time, with one field per variable',
	properties: [sender, recipient, template, templateVariables, messageOptions],
	async execute(context) {
		const definition = await readDefinition(context);
		const values = readValues(context);
		const report = { template: definition.name, language: definition.language };
		const file = templateFields(definition).find((field) => field.kind === 'media');
		const kind = file?.mediaKind;
		const value = file === undefined ? undefined : values[file.id];
		if (file === undefined || kind === undefined || typeof value !== 'string') {
			return await sendMessage(context, { to: 'anyone', build: () => buildTemplate({ definition, values }), report });
		}
		return await sendMessage(context, {
			to: 'anyone',
			media: { value: value.trim(), field: file.label, kind },
			build: (media = NO_FILE) => buildTemplate({ definition, values, media }),
			report,
		});
	},
};
