import type { OfferComponent } from '../definition';
import type { TemplateField } from '../fields';
import type { TemplatePart } from '../part';

/** When a limited-time offer ends (cloud-api 1.5): a date in the form, milliseconds since 1970 for Meta. */
export function offerPart({ text, hasExpiration }: OfferComponent): TemplatePart | undefined {
	if (!hasExpiration) return undefined;
	const field: TemplateField = {
		id: 'limited_time_offer_end',
		label: `Offer${text === '' ? '' : ` "${text}"`} Ends (date and time)`,
		hint: 'The time until which the message counts down; must be in the future',
		required: true,
		kind: 'date',
	};
	return {
		fields: [field],
		build(values) {
			const end = values.moment(field)?.toMillis();
			if (end !== undefined && end <= values.now.getTime()) {
				const now = values.now.toISOString();
				values.problems.add(field.label, `must be in the future; it is ${now} now (UTC)`);
			}
			return {
				type: 'limited_time_offer',
				parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: end ?? 0 } }],
			};
		},
	};
}
