import { EventEmitter } from 'node:events';
import { createClock, type Clock } from './clock';
import { CustomerBook } from './customer';
import { newId } from './ids';
import type { JsonObject } from './json';
import { MessageBook } from './messageBook';
import type {
	AppSubscription,
	CallbackOverride,
	DeliveryEntry,
	Fault,
	Group,
	Media,
	QrCode,
	RequestEntry,
	Shop,
	Template,
	Token,
	UploadSession,
} from './records';
import type { Seed } from './seed';
import { defaultSettings, type Settings } from './settings';
import { createTraffic, type Traffic } from './traffic/rules';

/** Whom the business has blocked on one number. */
export interface BlockList {
	keys: Set<string>;
	/** Counts the changes; a cursor of an earlier one is refused. */
	version: number;
}

/** Everything a sandbox remembers. */
export interface State {
	readonly seed: Seed;
	/** What the setting `log` is after a reset. */
	readonly logByDefault: boolean;
	readonly clock: Clock;
	/** `message`, `status`, `phones`, `delivery`, `clock`: what the event stream passes on. `arrived`: a key has a new message. */
	readonly events: EventEmitter;
	/** Own address, known once it listens. */
	baseUrl: string;
	settings: Settings;
	tokens: Map<string, Token>;
	customers: CustomerBook;
	groups: Map<string, Group>;
	messages: MessageBook;
	/** Phone number ID to the keys of the customers whom the business has blocked there, oldest first. */
	blockLists: Map<string, BlockList>;
	templates: Map<string, Template>;
	/** By code. */
	qrCodes: Map<string, QrCode>;
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
		customers: new CustomerBook(seed.customers),
		groups: new Map(seed.groups.map((group) => [group.id, { ...group, participants: [...group.participants] }])),
		messages: new MessageBook(),
		blockLists: new Map<string, BlockList>(),
		templates: new Map<string, Template>(),
		qrCodes: new Map<string, QrCode>(),
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

/** Adds to a log. A full one loses its oldest tenth at once, because to drop one at a time moves all the others. */
export function addToLog<T>(log: T[], entry: T): void {
	log.push(entry);
	if (log.length > LOG_SIZE) log.splice(0, LOG_SIZE / 10);
}

/** ID and time that every log entry starts with. */
export function entryHead(state: State): { id: string; at: string } {
	return { id: newId.entry(), at: new Date(state.clock.now()).toISOString() };
}
