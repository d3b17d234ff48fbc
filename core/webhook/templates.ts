import { defined } from '../shared/defined';
import { objectOf } from '../shared/json';
import type { ChangeReader } from './change';
import type { EventTemplate, WebhookEvent } from './events';
import { isoTime } from './timestamp';
import { rawOf, some, text } from './values';

/** What a template's field tells about it, as `type`. */
const TYPES = new Map([
	['message_template_status_update', 'status'],
	['message_template_quality_update', 'quality'],
	['message_template_components_update', 'components'],
	['template_category_update', 'category'],
]);

/** Change of a template's status, quality, category or content (cloud-api 4.5 and 3.3). */
export const templates: ChangeReader = (change) => {
	const { value } = change;
	const name = text(value.message_template_name);
	const status = text(value.event) ?? text(value.new_quality_score) ?? text(value.new_category);
	if (name === undefined && status === undefined && text(value.message_template_id) === undefined) return [];
	return [
		defined<WebhookEvent>(
			{
				field: change.field,
				kind: 'template',
				type: TYPES.get(change.field),
				timestamp: isoTime(change.entryTime),
				status,
				text: [name, status].filter((part) => part !== undefined).join(': ') || undefined,
				template: some<EventTemplate>({
					id: text(value.message_template_id),
					name,
					language: text(value.message_template_language),
					category: text(value.message_template_category),
					reason: text(value.reason),
					previousCategory: text(value.previous_category),
					newCategory: text(value.new_category),
					correctCategory: text(value.correct_category),
					previousQuality: text(value.previous_quality_score),
					newQuality: text(value.new_quality_score),
					detail: text(objectOf(value.other_info).description) ?? text(objectOf(value.rejection_info).reason),
					recommendation: text(objectOf(value.rejection_info).recommendation),
				}),
				raw: rawOf(value),
			},
			[change.base],
		),
	];
};
