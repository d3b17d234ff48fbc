import { z } from 'zod';
import { invalidValue } from '../../errors';
import { asObjects, asText, type JsonObject } from '../../json';
import { LIMITS } from '../../limits';
import { checkSums, orderDetailsSchema } from '../order';
import { checkShape, limitedList, limitedText } from '../shape';
import { badParameter, countMismatch, formatMismatch } from './textParameters';

const text = z.string().min(1, 'must not be empty');
const { products } = LIMITS.interactive;

const flowAction = z
	.object({ flow_token: text.optional(), flow_action_data: z.record(z.unknown()).optional() })
	.strict();
const catalogAction = z.object({ thumbnail_product_retailer_id: text.optional() }).strict();
const productsAction = z
	.object({
		thumbnail_product_retailer_id: text,
		sections: limitedList({
			max: products.sections,
			of: z
				.object({
					title: limitedText(LIMITS.interactive.list.sectionTitle),
					product_items: limitedList({
						of: z.object({ product_retailer_id: text }).strict(),
						max: products.inTotal,
					}),
				})
				.strict(),
		}),
	})
	.strict();
const orderAction = z.object({ order_details: orderDetailsSchema }).strict();

/** The `action` of a button that takes one: FLOW, CATALOG, MPM, ORDER_DETAILS (cloud-api 1.5). */
export function checkAction(input: { type: string; action: unknown; where: string }): void {
	const { type, action: value, where } = input;
	const name = `${where}['action']`;
	if (type === 'FLOW') checkShape({ schema: flowAction, value, name });
	if (type === 'CATALOG') checkShape({ schema: catalogAction, value, name });
	if (type === 'MPM') {
		const { sections } = checkShape({ schema: productsAction, value, name });
		const count = sections.reduce((total, section) => total + section.product_items.length, 0);
		if (count > products.inTotal)
			throw invalidValue(`${name}: at most ${products.inTotal} products in total, received ${count}`);
	}
	if (type !== 'ORDER_DETAILS') return;
	const { order_details: details } = checkShape({ schema: orderAction, value, name });
	checkSums({ details, name: `${name}['order_details']` });
}

/** The parameters of a call button: `ttl_minutes` and `payload`, each at most once. */
export function checkCallParameters(input: { parameters: readonly JsonObject[]; where: string }): void {
	const { parameters, where } = input;
	const types = parameters.map(({ type }) => asText(type) ?? 'unknown');
	if (types.length > 2) throw countMismatch({ where, received: types.length, expected: 2 });
	if (new Set(types).size !== types.length) throw badParameter(`${where}: a parameter is given twice`);
	for (const [position, parameter] of asObjects(parameters).entries()) {
		const type = types[position];
		const { ttlMinutes, payload } = LIMITS.interactive.voiceCall;
		if (type === 'ttl_minutes') {
			const minutes = parameter.ttl_minutes;
			const fits = typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= ttlMinutes;
			if (!fits) throw invalidValue(`${where}: ttl_minutes must be a whole number from 1 to ${ttlMinutes}`);
		} else if (type === 'payload') {
			checkShape({ schema: limitedText(payload), value: parameter.payload, name: `${where}['payload']` });
		} else throw formatMismatch(`${where}: Format mismatch, expected ttl_minutes or payload, received ${type ?? ''}`);
	}
}
