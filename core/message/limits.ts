/**
 * Limits of messages, in characters (see `characterCount`) or entries; cloud-api 1.1, 1.3, 1.4, 1.5.
 * Exceeding one is refused by Meta with code 100 or 131009.
 */
export const LIMITS = {
	/** 1.1: `biz_opaque_callback_data`. */
	callbackData: 512,
	/** 1.3: `text.body`. */
	textBody: 4096,
	/** 1.3: caption of an image, video or document. */
	caption: 1024,
	/** 1.3: contact cards in one message. */
	contacts: 257,
	/** 1.3: degrees north and south, not a number of characters. */
	latitude: 90,
	/** 1.3: degrees east and west. */
	longitude: 180,
	/** 1.4: header text of an interactive message. */
	headerText: 60,
	/** 1.4 */
	footer: 60,
	/** 1.4: body of buttons and of a CTA URL. */
	interactiveBody: 1024,
	/** 1.4: body of a list. Meta's docs of Nov 2025 say 4096, its OpenAPI still says 1024. */
	listBody: 4096,
	/** 1.4 */
	buttons: 3,
	/** 1.4 */
	buttonTitle: 20,
	/** 1.4 */
	buttonId: 256,
	/** 1.4: text of the button that opens the list. */
	listButton: 20,
	/** 1.4 */
	sections: 10,
	/** 1.4: in all sections together. */
	rows: 10,
	/** 1.4 */
	sectionTitle: 24,
	/** 1.4 */
	rowTitle: 24,
	/** 1.4 */
	rowId: 200,
	/** 1.4 */
	rowDescription: 72,
	/** 1.4: `display_text` of a CTA URL. */
	ctaText: 20,
	/** 1.4: text of the button of a Flow; advised by Meta. */
	flowCta: 30,
	/** 1.4: text of a call button. */
	callText: 20,
	/** 1.4: minutes for which a call button works (30 days). */
	callMinutes: 43_200,
	/** 1.4: `payload` of a call button. */
	callPayload: 512,
	/** 1.4: digits of an Indian PIN code. */
	pinCode: 6,
	/** 1.6: days for which a message of a group may be pinned. */
	pinDays: 30,
	/** 1.5: header text of a template with its value filled in. */
	templateHeader: 60,
	/** 1.5: body of a template with its values filled in. */
	templateBody: 1024,
	/** 1.5: the same where the template has a limited-time offer. */
	templateBodyWithOffer: 600,
	/** 1.5: address of a URL button with its suffix filled in. */
	templateUrl: 2000,
	/** 1.5: coupon code, since Dec 2025. */
	couponCode: 20,
	/** 1.5: coupon code where the template has a limited-time offer. */
	couponCodeWithOffer: 15,
} as const;
