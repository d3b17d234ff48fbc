import type { JsonObject } from '../shared/json';
import type { WebhookEvent } from './events';

/** One change of a webhook with what all of its events share. */
export interface Change {
	field: string;
	value: JsonObject;
	/** The change as it came. */
	raw: unknown;
	/** The entry's time; account and template events have no other. */
	entryTime: unknown;
	base: Pick<WebhookEvent, 'field' | 'wabaId' | 'phoneNumberId' | 'displayPhoneNumber'>;
}

/** Reads the events of one family of webhook fields; an empty list when the change holds none. */
export type ChangeReader = (change: Change) => WebhookEvent[];
