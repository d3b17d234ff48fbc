import { CONSENT_CATEGORIES, CONSENT_STATES } from '../../../../core/consent/record';
import { coverage, decision } from '../../properties/consentChoices';
import { returnAll } from '../../properties/returnAll';
import type { ItemOperation } from '../../shared/operation';
import { readBoolean, readChoice, readNumber, readObject, textOf } from '../../shared/parameters';
import { ConsentStore } from '../../store/consentStore';
import { openStore } from '../../store/openStore';

export const getMany: ItemOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many consent records',
	description: 'List the recorded opt-outs and opt-ins, newest first',
	properties: [
		...returnAll,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				coverage,
				decision,
			],
		},
	],
	async execute({ n8n, itemIndex }) {
		const { state, category } = readObject(n8n, { name: 'filters', itemIndex });
		const records = await new ConsentStore(await openStore(n8n)).list({
			state:
				textOf(state) === undefined
					? undefined
					: readChoice(n8n, { name: 'filters.state', itemIndex, field: 'Decision', choices: CONSENT_STATES }),
			category:
				textOf(category) === undefined
					? undefined
					: readChoice(n8n, { name: 'filters.category', itemIndex, field: 'Category', choices: CONSENT_CATEGORIES }),
			limit: readBoolean(n8n, { name: 'returnAll', itemIndex })
				? undefined
				: readNumber(n8n, { name: 'limit', itemIndex, fallback: 50 }),
		});
		return records.map((record) => ({ json: { ...record } }));
	},
};
