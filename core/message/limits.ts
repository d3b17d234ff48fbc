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
	/** 1.4: products of a product list, in all sections together. */
	products: 30,
	/** 1.4: cards of a carousel, fewest and most. */
	fewestCards: 2,
	cards: 10,
	/** 1.4: text of a carousel's card. */
	cardBody: 160,
	/** 1.4: line breaks in the text of a card; not a number of characters. */
	cardLineBreaks: 2,
	/** Quick replies of a card: the number is in no page of Meta's; pywa 4.4 says what holds for reply buttons. */
	cardReplies: 3,
	/** payments-in/pg and its neighbours: `reference_id` of an order in India. */
	orderReferenceIndia: 35,
	/** payments-br/orders: `reference_id` of an order in Brazil. */
	orderReferenceBrazil: 60,
	/** payments-br/orders, payments-in/pg. */
	orderItemName: 60,
	/** The same: description of tax, shipping and discount, and the name of a discount programme. */
	orderCostText: 60,
	/** The same: what is shown once an order has expired. */
	orderExpirationText: 120,
	/** The same: seconds from now after which an order may expire at the earliest. */
	orderExpirationSeconds: 300,
	/** The same: `description` of an order status. */
	orderStatusText: 120,
	/** payments-in/pg: name of a payment configuration. */
	paymentConfiguration: 60,
	/** payments-in/pg: name of the one who receives the goods. */
	beneficiaryName: 200,
	/** payments-in/pg: each line of that address. */
	beneficiaryAddress: 100,
	/** payments-in/pg: digits of the postal code of that address. */
	beneficiaryPostalCode: 6,
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
	/** 1.5: code of an authentication template. */
	oneTimePassword: 15,
	/** 1.8: buttons of a Direct Send, of both kinds together. */
	directButtons: 10,
	/** 1.8: of these, buttons that open a web page. */
	directUrlButtons: 2,
	/** 1.8: name of the template that Meta makes. */
	directTemplateName: 512,
	/** 1.8: seconds after which an undelivered utility message is dropped, least and most. */
	fewestTtlSeconds: 30,
	ttlSeconds: 43_200,
} as const;
