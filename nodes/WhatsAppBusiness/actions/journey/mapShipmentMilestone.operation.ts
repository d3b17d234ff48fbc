import { InvalidInput } from '../../../../core/errors/invalidInput';
import { mapMilestone, type MappedMilestone } from '../../../../core/journey/milestones/map';
import { MILESTONES, parseHistory, type Milestone } from '../../../../core/journey/milestones/milestone';
import { SERVICE_CHOICES } from '../../../../core/journey/milestones/services';
import { checkTogether } from '../../shared/checkTogether';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readBoolean, readChoice, readObject, readString, textOf } from '../../shared/parameters';
import { milestoneOptions } from './milestoneOptions';

const CHANGED = 0;
const UNCHANGED = 1;
const UNKNOWN = 2;

function outputOf(outcome: MappedMilestone['outcome']): number {
	if (outcome === 'changed') return CHANGED;
	return outcome === 'unknown' ? UNKNOWN : UNCHANGED;
}

/** The milestones to tell; undefined for all. */
function readOnly({ n8n, itemIndex }: OperationContext): Milestone[] | undefined {
	const { only } = readObject(n8n, { name: 'options', itemIndex });
	const milestones = parseHistory({ value: only, field: 'Only These Milestones' });
	return milestones.length === 0 ? undefined : milestones;
}

function readCompleted({ n8n, itemIndex }: OperationContext): 'shipped' | 'delivered' | undefined {
	const chosen = textOf(readObject(n8n, { name: 'options', itemIndex }).completed);
	if (chosen === undefined || chosen === 'shipped' || chosen === 'delivered') return chosen;
	throw new InvalidInput([{ field: 'WooCommerce Completed', message: `"${chosen}" is none of shipped, delivered` }]);
}

/** The fields of one item, all problems together. */
async function readFields(context: OperationContext) {
	const { n8n, itemIndex } = context;
	return await checkTogether({
		service: () => readChoice(n8n, { name: 'service', itemIndex, field: 'Carrier or Service', choices: SERVICE_CHOICES }),
		status: () => readString(n8n, { name: 'status', itemIndex }),
		subStatus: () => readString(n8n, { name: 'subStatus', itemIndex }),
		text: () => readString(n8n, { name: 'text', itemIndex }),
		history: () => parseHistory({ value: n8n.getNodeParameter('lastMilestone', itemIndex, ''), field: 'Last Milestone' }),
		only: () => readOnly(context),
		completed: () => readCompleted(context),
	});
}

function readFlag({ n8n, itemIndex }: OperationContext, name: 'onceOnly' | 'isReturn'): boolean {
	return readBoolean(n8n, { name: `options.${name}`, itemIndex });
}

export const mapShipmentMilestone: ItemOperation = {
	value: 'mapShipmentMilestone',
	name: 'Map Shipment Milestone',
	action: 'Map a shipment milestone',
	description: "Turn a carrier's or shop's status into one of twelve milestones, and let through only what is news for the customer",
	outputs: ['Changed', 'Unchanged', 'Unknown'],
	failureOutput: UNKNOWN,
	properties: [
		{
			displayName: 'Carrier or Service',
			name: 'service',
			type: 'options',
			options: [
				{ name: 'AfterShip', value: 'aftership', description: 'Status: tag, sub-status: subtag' },
				{ name: 'ClickPost', value: 'clickpost', description: 'Status: clickpost_status_code or its description' },
				{ name: 'Detect', value: 'detect', description: 'A word that the tracking services agree on, else free text' },
				{ name: 'EasyPost', value: 'easypost', description: 'Status: status, sub-status: status_detail' },
				{ name: 'Free Text', value: 'text', description: "A carrier's own words, in nine languages" },
				{ name: 'Shippo', value: 'shippo', description: 'Status: tracking_status.status, sub-status: substatus.code' },
				{ name: 'Shiprocket', value: 'shiprocket', description: 'Status: current_status (the text)' },
				{ name: 'ShipStation', value: 'shipstation', description: 'Status: status_code, sub-status: status_detail_code' },
				{ name: 'Shopify', value: 'shopify', description: "Status: shipment_status, or a fulfillment event's status" },
				{ name: 'WooCommerce', value: 'wooCommerce', description: 'Status: the order status' },
			],
			default: 'detect',
			description: 'Where the status comes from',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'string',
			default: '',
			placeholder: 'e.g. OutForDelivery',
		},
		{
			displayName: 'Sub-Status',
			name: 'subStatus',
			type: 'string',
			default: '',
			placeholder: 'e.g. Exception_010',
			description: 'The finer status, for services that have one',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			default: '',
			placeholder: 'e.g. Your parcel is on its way',
			description: "The carrier's own words. Read only when the status is empty or not known.",
		},
		{
			displayName: 'Last Milestone',
			name: 'lastMilestone',
			type: 'string',
			default: '',
			placeholder: 'e.g. shipped,in_transit',
			description:
				'What was told about this shipment so far: shipment.history of the item that told it last, kept in your table. The last milestone alone will do. Empty: nothing yet.',
			hint: `One or several of ${MILESTONES.join(', ')}`,
		},
		milestoneOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const { service, status, subStatus, text, history, only, completed } = await readFields(context);
		const mapped = mapMilestone({
			report: { service, status, subStatus, text, ...(completed === undefined ? {} : { completed }) },
			history,
			...(only === undefined ? {} : { only }),
			onceOnly: readFlag(context, 'onceOnly'),
			isReturn: readFlag(context, 'isReturn'),
		});
		const input = n8n.getInputData()[itemIndex];
		const { milestone, key, matchedBy, service: known, outcome, reason } = mapped;
		return {
			json: {
				...input?.json,
				shipment: {
					milestone: milestone ?? null,
					changed: outcome === 'changed',
					outcome,
					reason,
					lastMilestone: history.at(-1) ?? null,
					history: mapped.history.join(','),
					...(key === undefined ? {} : { key }),
					...(known === undefined ? {} : { service: known }),
					...(matchedBy === undefined ? {} : { matchedBy }),
				},
			},
			...(input?.binary === undefined ? {} : { binary: input.binary }),
			output: outputOf(outcome),
		};
	},
};
