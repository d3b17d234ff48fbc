import { NodeOperationError, sleep } from 'n8n-workflow';
import { decideByKey, parseIdempotencyKey, type KeyDecision, type KeyRecord, type UnclearRule } from '../../../../core/send/idempotency';
import { Batcher } from '../../shared/batcher';
import { isFinal } from '../../shared/earlierTries';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { numberOf } from '../../../../core/shared/json';
import { readObject, textOf } from '../../shared/parameters';
import { KeyStore } from '../../store/keyStore';
import { openStore } from '../../store/openStore';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const KEEP_DAYS = 90;

/** Pauses between looks at a send that another run has under way (milliseconds). */
const LOOKS = [500, 1_000, 2_000, 3_000, 4_000, 5_000, 5_000];

const RULES: readonly UnclearRule[] = ['fail', 'skip', 'sendAgain'];

/** What the operator chose for an item. */
export interface OnceOptions {
	/** Undefined when the item has none: then it is sent every time. */
	key: string | undefined;
	rule: UnclearRule;
	afterMs: number;
	keepMs: number;
}

/** @throws InvalidInput naming `Idempotency Key` */
export function readOnceOptions({ n8n, itemIndex }: Pick<OperationContext, 'n8n' | 'itemIndex'>): OnceOptions {
	const options = readObject(n8n, { name: 'options', itemIndex });
	return {
		key: parseIdempotencyKey(textOf(options.idempotencyKey)),
		rule: RULES.find((rule) => rule === options.unclearOutcome) ?? 'fail',
		afterMs: (numberOf(options.sendAgainAfter) ?? 60) * MINUTE_MS,
		keepMs: (numberOf(options.keepKeyDays) ?? KEEP_DAYS) * DAY_MS,
	};
}

/** The run's way to the keys: calls of items that are under way together are one call. */
class Keys {
	private readonly claims: Batcher<KeyRecord, KeyRecord>;

	private readonly writes: Batcher<{ record: KeyRecord; isReleased: boolean }, true>;

	constructor(readonly store: KeyStore) {
		this.claims = new Batcher(async (claims) => await store.claim(claims, Date.now()));
		this.writes = new Batcher(async (writes) => {
			const released = writes.filter(({ isReleased }) => isReleased).map(({ record }) => record.idempotencyKey);
			const kept = writes.filter(({ isReleased }) => !isReleased).map(({ record }) => record);
			if (kept.length > 0) await store.put(kept);
			if (released.length > 0) await store.release(released);
			return writes.map(() => true);
		});
	}

	async claim(record: KeyRecord): Promise<KeyRecord> {
		return await this.claims.add(record);
	}

	async put(record: KeyRecord): Promise<void> {
		await this.writes.add({ record, isReleased: false });
	}

	async release(record: KeyRecord): Promise<void> {
		await this.writes.add({ record, isReleased: true });
	}
}

async function keysOf({ n8n, run }: OperationContext): Promise<Keys> {
	return await run.once('keys', async () => new Keys(new KeyStore(await openStore(n8n))));
}

/** Claims the key; when another run has its send under way, waits for that, for some twenty seconds. */
async function settled(
	keys: Keys,
	question: Omit<Parameters<typeof decideByKey>[0], 'now' | 'record'> & { own: KeyRecord },
): Promise<{ record: KeyRecord; decision: KeyDecision }> {
	let record = await keys.claim(question.own);
	for (const pause of LOOKS) {
		const decision = decideByKey({ ...question, record, now: Date.now() });
		if (decision !== 'wait') return { record, decision };
		await sleep(pause);
		const [found] = await keys.store.find([record.idempotencyKey]);
		// Given back meanwhile: it was not sent, and the key is free.
		record = found ?? (await keys.claim(question.own));
	}
	return { record, decision: decideByKey({ ...question, record, now: Date.now() }) };
}

function unclear({ n8n, itemIndex }: OperationContext, record: KeyRecord): NodeOperationError {
	return new NodeOperationError(n8n.getNode(), `It is not clear whether the message of key "${record.idempotencyKey}" was sent`, {
		itemIndex,
		description: `A run claimed the key at ${record.claimedAt} and got no clear answer. A status of the message settles it when a trigger with Message Statuses runs; or look into the chat and then choose "If the Outcome Is Unclear".`,
	});
}

function asSent(record: KeyRecord): OperationItem {
	return {
		json: {
			messageId: record.messageId,
			alreadySent: true,
			idempotencyKey: record.idempotencyKey,
			firstSentAt: record.claimedAt,
		},
	};
}

/**
 * Sends under the item's key at most once, whatever run comes first: claims the key, sends, notes the message's ID. Who
 * comes later gets the first message's ID and sends nothing.
 *
 * @throws NodeOperationError when the first outcome is unclear and the operator wants to hear of it
 */
export async function sendOnce(
	context: OperationContext,
	{ options, contactKey }: { options: OnceOptions; contactKey: string },
	send: () => Promise<OperationItem>,
): Promise<OperationItem> {
	const { key, rule, afterMs, keepMs } = options;
	if (key === undefined) return await send();
	const { n8n, itemIndex } = context;
	const keys = await keysOf(context);
	const now = Date.now();
	const own: KeyRecord = {
		idempotencyKey: key,
		contactKey,
		owner: `${n8n.getExecutionId()}/${n8n.getNode().id}/${itemIndex}`,
		state: 'claimed',
		messageId: '',
		claimedAt: new Date(now).toISOString(),
		expiresAt: new Date(now + keepMs).toISOString(),
	};
	const { record, decision } = await settled(keys, { own, owner: own.owner, rule, afterMs });
	if (decision === 'alreadySent' || decision === 'skip') return asSent(record);
	if (decision === 'unclear' || decision === 'wait') throw unclear(context, record);
	if (decision === 'sendAgain') {
		// Of several runs that want to send again, one may: a key of its own for the second send.
		const again = await keys.claim({ ...own, idempotencyKey: `${key}~${record.claimedAt}` });
		if (again.owner !== own.owner) throw unclear(context, record);
		await keys.put(own);
	}
	return await send().then(
		async (item) => {
			const { messageId } = item.json;
			await keys.put({ ...own, state: 'sent', messageId: typeof messageId === 'string' ? messageId : '' }).catch((error: unknown) => {
				const reason = error instanceof Error ? error.message : String(error);
				context.run.hint('keys', `Messages were sent, but could not be noted under their idempotency keys: ${reason}`);
			});
			return { ...item, json: { ...item.json, idempotencyKey: key } };
		},
		async (error: unknown) => {
			const failure = error instanceof Error ? error : new Error(String(error));
			await (isFinal(failure) ? keys.put({ ...own, state: 'unknown' }) : keys.release(own));
			return await Promise.reject(failure);
		},
	);
}
