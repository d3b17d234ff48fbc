import type { StoredMessage } from './records';

/** All messages, and by ID and by phone, so that a phone's messages are found without going through everybody's. */
export class MessageBook {
	/** Oldest first. */
	readonly all: StoredMessage[] = [];
	private readonly byId = new Map<string, StoredMessage>();
	private readonly byPhone = new Map<string, StoredMessage[]>();

	/** Keeps a message and puts it on the phones of `keys`. */
	add(message: StoredMessage, keys: ReadonlyArray<string | undefined>): void {
		this.all.push(message);
		this.byId.set(message.id, message);
		for (const key of keys) {
			if (key === undefined) continue;
			const thread = this.byPhone.get(key);
			if (thread) thread.push(message);
			else this.byPhone.set(key, [message]);
		}
	}

	get(id: string): StoredMessage | undefined {
		return this.byId.get(id);
	}

	/** What is on a customer's phone, those of groups included, oldest first. */
	on(key: string): readonly StoredMessage[] {
		return this.byPhone.get(key) ?? [];
	}

	/** Moves a phone's messages to the key that its owner has now. */
	rename(from: string, to: string): void {
		const thread = this.byPhone.get(from);
		if (!thread) return;
		this.byPhone.delete(from);
		this.byPhone.set(to, thread);
		for (const message of thread) if (message.customerKey === from) message.customerKey = to;
	}
}
