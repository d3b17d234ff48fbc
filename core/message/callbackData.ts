/** Begins callback data that carries an idempotency key. On its way through Meta: never changes. */
const PREFIX = 'wk1:';

const FORM = /^wk1:(\d{1,3}):/;

/** What a send wants to hear again in each status of the message. */
export interface CallbackData {
	/** Under which the message was sent; left out when it had none. */
	idempotencyKey?: string;
	/** The operator's own text; '' when there is none. */
	own: string;
}

/** Both in one text; without a key the operator's text stays as it is. */
export function packCallbackData({ idempotencyKey, own }: CallbackData): string {
	return idempotencyKey === undefined ? own : `${PREFIX}${idempotencyKey.length}:${idempotencyKey}${own}`;
}

/** What {@link packCallbackData} put together; any other text is the operator's own. */
export function unpackCallbackData(text: string): CallbackData {
	const length = Number(FORM.exec(text)?.[1] ?? Number.NaN);
	const start = text.indexOf(':', PREFIX.length) + 1;
	if (Number.isNaN(length) || text.length < start + length) return { own: text };
	return { idempotencyKey: text.slice(start, start + length), own: text.slice(start + length) };
}
