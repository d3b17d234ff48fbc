import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { createClock, type Clock } from './clock';
import { newId } from './ids';
import type { JsonObject } from './json';
import type {
	AppSubscription,
	CallbackOverride,
	Customer,
	DeliveryEntry,
	Fault,
	Group,
	Media,
	RequestEntry,
	Shop,
	StoredMessage,
	Template,
	Token,
	UploadSession,
} from './records';
import type { Seed, SeedCustomer } from './seed';
import { defaultSettings, type Settings } from './settings';
import { createTraffic, type Traffic } from './traffic/rules';

/** Everything a sandbox remembers. */
export interface State {
	readonly seed: Seed;
	/** What the setting `log` is after a reset. */
	readonly logByDefault: boolean;
	readonly clock: Clock;
	/** `message`, `status`, `phones`, `delivery`: what the event stream passes on. */
	readonly events: EventEmitter;
	/** Own address, known once it listens. */
	baseUrl: string;
	settings: Settings;
	tokens: Map<string, Token>;
	customers: Map<string, Customer>;
	groups: Map<string, Group>;
	messages: StoredMessage[];
	templates: Map<string, Template>;
	media: Map<string, Media>;
	uploads: Map<string, UploadSession>;
	/** Handle of an uploaded sample to its MIME type. */
	handles: Map<string, string>;
	traffic: Traffic;
	subscription: AppSubscription | undefined;
	/** By phone number ID. */
	phoneNumberOverrides: Map<string, CallbackOverride>;
	wabaOverride: CallbackOverride | undefined;
	subscribedApps: Set<string>;
	faults: Fault[];
	requests: RequestEntry[];
	deliveries: DeliveryEntry[];
	shop: Shop;
}

/** Logs keep this many entries, the newest. */
const LOG_SIZE = 50_000;

function freshParts(seed: Seed, log: boolean) {
	const scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];
	const appToken = `${seed.appId}|${seed.appSecret}`;
	return {
		settings: defaultSettings({ log }),
		tokens: new Map<string, Token>([
			[seed.accessToken, { value: seed.accessToken, kind: 'user', scopes, expired: false }],
			[appToken, { value: appToken, kind: 'app', scopes: [], expired: false }],
		]),
		customers: new Map(seed.customers.map((customer) => [customerKey(customer), createCustomer(customer)])),
		groups: new Map(seed.groups.map((group) => [group.id, { ...group, participants: [...group.participants] }])),
		messages: [],
		templates: new Map<string, Template>(),
		media: new Map<string, Media>(),
		uploads: new Map<string, UploadSession>(),
		handles: new Map<string, string>(),
		traffic: createTraffic(),
		subscription: undefined,
		phoneNumberOverrides: new Map<string, CallbackOverride>(),
		wabaOverride: undefined,
		subscribedApps: new Set<string>(),
		faults: [],
		requests: [],
		deliveries: [],
		shop: { orders: new Map<string, JsonObject>(), nextOrderNumber: 1001 },
	};
}

/** The state of one sandbox, holding nothing but the seed. */
export function createState(seed: Seed, logByDefault = true): State {
	const events = new EventEmitter();
	events.setMaxListeners(0);
	return { seed, logByDefault, clock: createClock(), events, baseUrl: '', ...freshParts(seed, logByDefault) };
}

/** Forgets everything but the seed; the address and the listeners of the event stream stay. */
export function resetState(state: State): void {
	Object.assign(state, freshParts(state.seed, state.logByDefault));
	state.clock.reset();
	state.events.emit('phones', {});
}

/** The control key of a customer. */
export function customerKey(customer: SeedCustomer): string {
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
		lastInbound: new Map(),
		identityKeyHash: identityKeyHash(customer.userId),
	};
}

/** Adds to a log. A full one loses its oldest tenth at once, because to drop one at a time moves all the others. */
export function addToLog<T>(log: T[], entry: T): void {
	log.push(entry);
	if (log.length > LOG_SIZE) log.splice(0, LOG_SIZE / 10);
}

/** ID and time that every log entry starts with. */
export function entryHead(state: State): { id: string; at: string } {
	return { id: newId.entry(), at: new Date(state.clock.now()).toISOString() };
}
