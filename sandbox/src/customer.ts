import { createHash } from 'node:crypto';
import type { SeedCustomer } from './seed';

/** The customer came by an advertisement that opens a chat. */
export interface AdEntry {
	/** Moment of the message that the advertisement led to. */
	at: number;
	conversationId: string;
	/** End of the free entry point, once the business has answered in time (cloud-api 8). */
	freeUntil?: number;
}

/** Messages to a customer that are to fail. */
export interface PlannedFailure {
	times: number;
	code: number;
	title?: string;
	details?: string;
	/** The last status before the failure. */
	after: 'accepted' | 'sent';
}

/** What a customer answers as soon as a message is delivered. */
export interface AutoAnswer {
	/** A kind of `control/answers`. */
	kind: string;
	body: Record<string, unknown>;
	times: number;
	delayMs: number;
}

/** What became of messages that the business sends to a customer who has blocked it. */
export const BLOCK_EFFECTS = ['undeliverable', 'silent'] as const;
export type BlockEffect = (typeof BLOCK_EFFECTS)[number];

/** A person on WhatsApp. */
export interface Customer extends SeedCustomer {
	/** How control paths name the customer: the digits, or the BSUID of one without a phone. */
	key: string;
	/** "Offers and announcements" of this business: a stop refuses marketing templates. */
	preference: 'stop' | 'resume';
	/** Marketing templates that reach this person in any 24 hours (131049); `null` has no cap of its own. */
	marketingPerDay: number | null;
	/** Set while this person has blocked the business. */
	blocks?: BlockEffect;
	/** How often this person has reported the business. */
	reports: number;
	/** The business has used the hidden number, so webhooks tell it from then on. */
	numberKnown?: boolean;
	/** The phone is switched on; off, messages stay `sent`. */
	online: boolean;
	/** Phone number ID to the moment of the last inbound message there, which opens the window. */
	lastInbound: Map<string, number>;
	/** Phone number ID to the last advertisement that led there. */
	adEntries: Map<string, AdEntry>;
	failures: PlannedFailure[];
	/** What this person answers without being driven, in this order. */
	autoAnswers: AutoAnswer[];
	/** A send that names another hash fails with 137000. It changes when the person changes the phone. */
	identityKeyHash: string;
}

/** The control key of a customer. */
export function customerKey(customer: Pick<SeedCustomer, 'phone' | 'userId'>): string {
	return customer.phone ?? customer.userId;
}

/** The hash of a person's identity; it differs per phone that the person has had. */
export function identityKeyHash(userId: string, phones = 1): string {
	return createHash('sha256').update(`${userId} ${phones}`).digest('base64').slice(0, 12);
}

/** A customer who has not written yet and gets everything. */
export function createCustomer(customer: SeedCustomer): Customer {
	return {
		...customer,
		key: customerKey(customer),
		preference: 'resume',
		marketingPerDay: null,
		reports: 0,
		online: true,
		lastInbound: new Map(),
		adEntries: new Map(),
		failures: [],
		autoAnswers: [],
		identityKeyHash: identityKeyHash(customer.userId),
	};
}

/** All customers, found by key, number or user ID without a search, so that thousands of them cost nothing. */
export class CustomerBook {
	private readonly byKey = new Map<string, Customer>();
	private readonly byUserId = new Map<string, Customer>();
	private readonly byNumber = new Map<string, Customer>();

	constructor(seed: readonly SeedCustomer[] = []) {
		for (const customer of seed) this.add(createCustomer(customer));
	}

	/** Adds a customer, or replaces the one with the same key. */
	add(customer: Customer): void {
		this.remove(customer.key);
		this.byKey.set(customer.key, customer);
		this.byUserId.set(customer.userId, customer);
		for (const number of [customer.phone, customer.hiddenPhone])
			if (number !== undefined) this.byNumber.set(number, customer);
	}

	remove(key: string): void {
		const customer = this.byKey.get(key);
		if (!customer) return;
		this.byKey.delete(key);
		this.byUserId.delete(customer.userId);
		for (const number of [customer.phone, customer.hiddenPhone])
			if (number !== undefined) this.byNumber.delete(number);
	}

	get(key: string): Customer | undefined {
		return this.byKey.get(key);
	}

	/** The one whose WhatsApp runs on this number, hidden or not. */
	withNumber(digits: string): Customer | undefined {
		return this.byNumber.get(digits);
	}

	withUserId(userId: string): Customer | undefined {
		return this.byUserId.get(userId);
	}

	/** In the order in which they came. */
	all(): Customer[] {
		return [...this.byKey.values()];
	}
}
