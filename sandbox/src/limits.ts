const KIB = 1024;
const MIB = 1024 * 1024;
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/**
 * Meta's limits, from the Cloud API reference (cloud-api 1.1 to 1.5, 2, 3.2, 4.8) and from nowhere in this repository,
 * so that the emulator disagrees with the package when the package is wrong. Lengths are characters, sizes bytes,
 * durations milliseconds.
 */
export const LIMITS = {
	callbackData: 512,
	text: { body: 4096 },
	caption: 1024,
	contacts: { count: 257 },
	interactive: {
		headerText: 60,
		footer: 60,
		body: 1024,
		/** Meta's docs of November 2025; its OpenAPI says 1024. */
		listBody: 4096,
		buttons: { max: 3, id: 256, title: 20 },
		list: { button: 20, sections: 10, sectionTitle: 24, rows: 10, rowId: 200, rowTitle: 24, rowDescription: 72 },
		ctaUrl: { displayText: 20, url: 2000 },
		/** Meta's advice. */
		flowCta: 30,
		voiceCall: { displayText: 20, ttlMinutes: 43_200, payload: 512 },
		products: { sections: 10, inTotal: 30 },
		carousel: { fewestCards: 2, cards: 10, cardBody: 160, cardLineBreaks: 2 },
	},
	/** `offset` is 100 in every example; the length of a description is unverified. */
	order: { offset: 100, description: 1024 },
	pin: { days: 30, atOnce: 3, day: DAY },
	callPermission: { perDay: 1, perWeek: 2, week: 7 * DAY },
	directSend: {
		buttons: 10,
		body: 1024,
		templateName: 512,
		/** Seconds. */
		ttl: { utility: { min: 30, max: 43_200 }, authentication: { min: 30, max: 900 } },
	},
	template: {
		name: 512,
		headerText: 60,
		body: 1024,
		limitedTimeOfferBody: 600,
		limitedTimeOfferText: 16,
		/** Bytes of the video that a GIF header is. */
		gif: 3.5 * MIB,
		carouselCardBody: 160,
		carouselFewestCards: 2,
		carouselCards: 10,
		footer: 60,
		buttons: 10,
		urlButtons: 2,
		phoneButtons: 1,
		copyCodeButtons: 1,
		buttonText: 25,
		url: 2000,
		phoneNumber: 20,
		couponCode: 20,
		limitedTimeOfferCouponCode: 15,
		oneTimePassword: 15,
		codeExpirationMinutes: 90,
		/** Seconds; -1 stands for 30 days but not for marketing. */
		ttl: {
			AUTHENTICATION: { min: 30, max: 900 },
			UTILITY: { min: 30, max: 43_200 },
			MARKETING: { min: 43_200, max: 2_592_000 },
		},
		perAccount: 6000,
	},
	templatePage: { default: 25, max: 250 },
	callbackUrl: 2048,
	pair: { every: 6000, burst: 45 },
	window: DAY,
	freeEntryPoint: 3 * DAY,
	/** Meta does not say over how long it counts marketing templates to a person; a day is what tests can reason about. */
	marketingDay: DAY,
	/** Users per call and per number (cloud-api 7; the page on blocking users, May 2026). */
	blockList: { perCall: 1000, size: 64_000 },
	qrCode: { message: 140, perNumber: 2000 },
	/** What people can write in the app; the business's own texts end at 4096. */
	inboundText: 65_536,
	orderQuantity: 99,
	reactionAge: 30 * DAY,
	media: { urlLife: 5 * MINUTE, uploadedLife: 30 * DAY, receivedLife: 7 * DAY, receivedSize: 100 * MIB },
} as const;

/** Media kinds of a message. */
export type MediaKind = 'audio' | 'document' | 'image' | 'sticker' | 'video';

/** What Meta accepts per kind (cloud-api 2). `size` is the largest number of bytes. */
export const MEDIA_RULES: Readonly<Record<MediaKind, { mimeTypes: readonly string[]; size: number }>> = {
	audio: { mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], size: 16 * MIB },
	document: {
		mimeTypes: [
			'text/plain',
			'application/pdf',
			'application/msword',
			'application/vnd.ms-excel',
			'application/vnd.ms-powerpoint',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		],
		size: 100 * MIB,
	},
	image: { mimeTypes: ['image/jpeg', 'image/png'], size: 5 * MIB },
	sticker: { mimeTypes: ['image/webp'], size: 500 * KIB },
	video: { mimeTypes: ['video/mp4', 'video/3gpp'], size: 16 * MIB },
};

/** A sticker that does not move has a lower limit than an animated one. */
export const STATIC_STICKER_SIZE = 100 * KIB;
