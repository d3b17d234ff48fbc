import type { IDataObject } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { buildTemplate } from '../../../../core/template/build';
import { templateFields } from '../../../../core/template/fields';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { template, templateVariables } from '../../properties/template';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readObject, readString } from '../../shared/parameters';
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

/** Empty fields of the form are no values. */
function filledIn(values: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}

export const sendTemplate: ItemOperation = {
	value: 'sendTemplate',
	name: 'Send Template',
	action: 'Send a template message',
	description: 'Send an approved template, at any time, with one field per variable',
	properties: [sender, recipient, template, templateVariables, messageOptions],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const definition = await readDefinition(context);
		const values = filledIn(readObject(n8n, { name: 'templateVariables.value', itemIndex }));
		const report = { template: definition.name, language: definition.language };
		const file = templateFields(definition).find((field) => field.kind === 'media');
		const kind = file?.mediaKind;
		const value = file === undefined ? undefined : values[file.id];
		if (file === undefined || kind === undefined || typeof value !== 'string') {
			return await sendMessage(context, { build: () => buildTemplate({ definition, values }), report });
		}
		return await sendMessage(context, {
			media: { value: value.trim(), field: file.label, kind },
			build: (media = NO_FILE) => buildTemplate({ definition, values, media }),
			report,
		});
	},
};
