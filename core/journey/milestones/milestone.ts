import { InvalidInput } from '../../errors/invalidInput';
import { arrayOf } from '../../shared/json';

/**
 * The one vocabulary of what may be told about a shipment; docs/shipment-milestones.md says what each means. `returned` holds
 * from the moment the carrier turns the parcel round. Stored in workflows and tables: values never change.
 */
export const MILESTONES = [
	'ordered',
	'packed',
	'shipped',
	'in_transit',
	'out_for_delivery',
	'delivery_attempted',
	'available_for_pickup',
	'delivered',
	'delayed',
	'exception',
	'returned',
	'cancelled',
] as const;

export type Milestone = (typeof MILESTONES)[number];

/** The name of a status in one spelling: `InTransit`, `IN-TRANSIT` and `in transit` are all `in_transit`. */
export function statusKey(text: string): string {
	return text
		.trim()
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '_')
		.replace(/^_+|_+$/g, '');
}

function milestoneOf(value: unknown): Milestone | undefined {
	const key = typeof value === 'string' ? statusKey(value) : '';
	return MILESTONES.find((milestone) => milestone === key);
}

/**
 * The milestones that were told so far, oldest first: one milestone, a list separated by commas, or an array.
 *
 * @throws {InvalidInput} naming `field` when one of them is no milestone
 */
export function parseHistory({ value, field }: { value: unknown; field: string }): Milestone[] {
	const parts = typeof value === 'string' ? value.split(',') : value === undefined || value === null ? [] : arrayOf(value);
	const filled = parts.filter((part) => typeof part !== 'string' || part.trim() !== '');
	if (value !== undefined && value !== null && typeof value !== 'string' && !Array.isArray(value)) {
		throw new InvalidInput([{ field, message: 'must be a milestone, a list separated by commas, or an array' }]);
	}
	return filled.map((part) => {
		const milestone = milestoneOf(part);
		if (milestone !== undefined) return milestone;
		throw new InvalidInput([{ field, message: `"${String(part)}" is none of ${MILESTONES.join(', ')}` }]);
	});
}
