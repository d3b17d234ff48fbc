interface ChangeValue {
	statuses?: Array<{ status?: string }>;
	messages?: Array<{ type?: string }>;
	user_preferences?: Array<{ value?: string }>;
}
interface WebhookBody {
	entry?: Array<{ changes?: Array<{ field?: string; value?: ChangeValue }> }>;
}

function changeName({ field = 'unknown', value = {} }: { field?: string; value?: ChangeValue }): string {
	const detail =
		value.statuses?.map(({ status }) => status).join(', ') ??
		value.messages?.map(({ type }) => type).join(', ') ??
		value.user_preferences?.map((preference) => preference.value).join(', ');
	const name = value.statuses ? 'status' : field;
	return detail ? `${name}: ${detail}` : name;
}

/** What a webhook body reports: `status: delivered`, `messages: text`; bodies of another shape are "other". */
export function deliveryEvent(body: unknown): string {
	try {
		const { entry } = (typeof body === 'string' ? JSON.parse(body) : body) as WebhookBody;
		const names = entry?.flatMap(({ changes }) => changes ?? []).map(changeName);
		return names?.join(' · ') || 'other';
	} catch {
		// `POST /_control/deliver` sends any body, JSON or not.
		return 'other';
	}
}
