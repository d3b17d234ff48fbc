import { z } from 'zod';
import { compact, type JsonObject } from '../../json';
import { LIMITS } from '../../limits';
import { ControlError } from '../refuse';
import { answerKind, answerTo, askedFor, common, send } from './kind';

const place = {
	latitude: z.number().min(-90).max(90),
	longitude: z.number().min(-180).max(180),
	name: z.string().optional(),
	address: z.string().optional(),
	url: z.string().optional(),
};

/** The customer sends a place; with `messageId` it answers a request for the location. */
export const location = answerKind(z.object({ ...common, ...place, messageId: z.string().optional() }).strict(), (input) => {
	const { latitude, longitude, name, address, url, messageId } = input.body;
	const what = { type: 'location', content: compact({ latitude, longitude, name, address, url }) };
	if (messageId === undefined) return send(input, what);
	const asked = askedFor({ ...input, body: { messageId } }, ['send_location']);
	return answerTo(input, asked, what);
});

/** The customer answers a request for contact information with their own number, which the business may not have seen yet. */
export const contactInfo = answerKind(
	z.object({ messageId: z.string(), phone: z.string().optional() }).strict(),
	(input) => {
		const asked = askedFor(input, ['request_contact_info']);
		const { customer, body } = input;
		const digits = (body.phone ?? customer.phone ?? customer.hiddenPhone)?.replace(/\D/g, '');
		if (!digits) throw new ControlError(400, 'this customer has no number to share: give one as phone');
		const contact = {
			origin: 'contact_request',
			phones: [{ phone: `+${digits}`, wa_id: digits, type: 'MOBILE' }],
		};
		return answerTo(input, asked, { type: 'contacts', content: [contact] });
	},
);

/** The customer sends somebody's card. */
export const contact = answerKind(
	z.object({ ...common, name: z.string().min(1), phone: z.string().optional() }).strict(),
	(input) => {
		const { name, phone } = input.body;
		const digits = phone?.replace(/\D/g, '');
		const vcard = ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...(digits ? [`TEL:+${digits}`] : []), 'END:VCARD'];
		const [first = name, ...rest] = name.split(' ');
		const card: JsonObject = compact({
			name: compact({ formatted_name: name, first_name: first, last_name: rest.join(' ') || undefined }),
			phones: digits === undefined ? undefined : [{ phone: `+${digits}`, wa_id: digits, type: 'MOBILE' }],
			origin: 'other',
			vcard: vcard.join('\n'),
		});
		return send(input, { type: 'contacts', content: [card] });
	},
);

const item = z
	.object({
		retailerId: z.string(),
		quantity: z.number().int().min(1).max(LIMITS.orderQuantity),
		price: z.number().min(0),
		currency: z.string().regex(/^[A-Z]{3}$/),
	})
	.strict();

/** The customer sends the cart. Prices are units of the currency. */
export const order = answerKind(
	z.object({ ...common, catalogId: z.string(), note: z.string().optional(), items: z.array(item).min(1) }).strict(),
	(input) => {
		const { catalogId, note, items } = input.body;
		const content = compact({
			catalog_id: catalogId,
			text: note,
			product_items: items.map(({ retailerId, quantity, price, currency }) => ({
				product_retailer_id: retailerId,
				quantity,
				item_price: price,
				currency,
			})),
		});
		return send(input, { type: 'order', content });
	},
);
