import { LIMITS } from './limits';

/** States of the endpoint `/marketing_messages`. */
export const MARKETING_STATES = ['on', 'fallback', 'syncing', 'off'] as const;

/** Switches of the control API. */
export interface Settings {
	/** New templates are approved at once. */
	autoApprove: boolean;
	/** Phones are switched on: `delivered` follows `sent`. */
	autoDeliver: boolean;
	/** Customers look at once: `read` follows `delivered`. */
	autoRead: boolean;
	/** Added to every Graph call. */
	latencyMs: number;
	/** Width of the line, each direction; all calls share it. `null` is endless. */
	bytesPerSecond: number | null;
	/** Messages per second of a number, in and out (130429). `null` is no limit. */
	throughputPerSecond: number | null;
	/** One message per 6 seconds to a user, 45 at once (131056). */
	pairLimit: boolean;
	/** Management calls per hour of the account (80007). `null` is no limit. */
	wabaCallsPerHour: number | null;
	/** Statuses follow an accepted message by themselves. */
	autoStatus: boolean;
	/** Webhooks under way at once. */
	deliveryConcurrency: number;
	/** Graph calls are kept for `GET /_control/requests`. */
	log: boolean;
	/** First wait of a webhook's retry; it doubles per attempt. */
	retryDelayMs: number;
	/** Digits that a test number may write to; `null` = everyone (131030). */
	allowList: string[] | null;
	/** The account may send without a template (cloud-api 1.8). */
	directSend: boolean;
	/**
	 * `/marketing_messages`: `on`; `fallback` sends by Cloud API unless the policy is STRICT; `syncing` refuses with 134101;
	 * `off` is an account that is not onboarded (134102).
	 */
	marketingMessages: (typeof MARKETING_STATES)[number];
	/** Off: `/messages` refuses marketing templates (131063). */
	marketingOnCloudApi: boolean;
	/** Marketing templates that reach a customer in any 24 hours, of those that have no number of their own (131049). `null` is no limit. */
	marketingPerDay: number | null;
	/** Marketing templates to numbers that begin with 1 are not delivered (131049). */
	usMarketingPause: boolean;
	/** Entries that a number's block list takes (139101). */
	blockListSize: number;
}

/** The settings of a fresh sandbox. */
export function defaultSettings({ log }: { log: boolean }): Settings {
	return {
		autoApprove: true,
		autoDeliver: true,
		autoRead: false,
		latencyMs: 0,
		bytesPerSecond: null,
		throughputPerSecond: null,
		pairLimit: false,
		wabaCallsPerHour: null,
		autoStatus: true,
		deliveryConcurrency: 8,
		log,
		retryDelayMs: 1000,
		allowList: null,
		directSend: false,
		marketingMessages: 'on',
		marketingOnCloudApi: true,
		marketingPerDay: null,
		usMarketingPause: false,
		blockListSize: LIMITS.blockList.size,
	};
}
