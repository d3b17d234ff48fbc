import { InvalidInput } from '../../../../core/errors/invalidInput';
import { template } from '../../properties/template';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { listTemplates, parseTemplateReference } from '../../transport/templates';

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a template',
	description: 'Get the definition of a template, in one language or in all',
	properties: [{ ...template, description: 'Template of the WhatsApp Business Account' }],
	async execute({ n8n, itemIndex }) {
		const value = readString(n8n, { name: 'template', itemIndex });
		if (value === '') throw new InvalidInput([{ field: 'Template', message: 'choose a template' }]);
		const { name, language } = parseTemplateReference(value);
		const rows = await listTemplates(n8n, {
			qs: { name },
			fields: 'id,name,language,status,category,parameter_format,components,quality_score,rejected_reason',
		});
		const found = rows.filter((row) => row.name === name && (language === undefined || row.language === language));
		if (found.length === 0) {
			throw new InvalidInput([
				{ field: 'Template', message: `"${value}" does not exist in this WhatsApp Business Account` },
			]);
		}
		return found.map((json) => ({ json }));
	},
};
