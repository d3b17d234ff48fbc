import { invalidValue, missing } from '../../errors';
import { asObject, asObjects, asText } from '../../json';
import { LIMITS } from '../../limits';
import type { State } from '../../state';
import { checkMediaSource, isMediaKind } from '../media';
import { checkSums } from '../order';
import { checkShape } from '../shape';
import { checkMediaCarousel, checkProductCarousel, mediaCarouselSchema, productCarouselSchema } from './carousel';
import { checkFlow, flowSchema } from './flow';
import { interactiveOrderDetailsSchema, interactiveOrderStatusSchema } from './order';
import { catalogSchema, checkProductList, productListSchema, productSchema } from './products';
import { buttonSchema, checkButtons, checkList, ctaUrlSchema, listSchema } from './replies';
import {
	addressSchema,
	callPermissionSchema,
	contactRequestSchema,
	locationRequestSchema,
	voiceCallSchema,
} from './requests';

const name = 'interactive';
const cardsOf = (value: unknown) => asObjects(asObject(asObject(value).action).cards);

function checkCarousel(value: unknown): void {
	const ofProducts = cardsOf(value)[0]?.type === 'product';
	if (ofProducts) checkProductCarousel(checkShape({ schema: productCarouselSchema, value, name }));
	else checkMediaCarousel(checkShape({ schema: mediaCarouselSchema, value, name }));
}

function checkOrderDetails(value: unknown): void {
	const { action } = checkShape({ schema: interactiveOrderDetailsSchema, value, name });
	checkSums({ details: action.parameters, name: "interactive['action']['parameters']" });
}

/** The rules of every type (cloud-api 1.4). `direct` is a Direct Send, which takes more buttons. */
const RULES: Readonly<Record<string, (value: unknown, direct: boolean) => void>> = {
	address_message: (value) => void checkShape({ schema: addressSchema, value, name }),
	button: (value, direct) => {
		const schema = buttonSchema(direct ? LIMITS.directSend.buttons : undefined);
		checkButtons(checkShape({ schema, value, name }));
	},
	call_permission_request: (value) => void checkShape({ schema: callPermissionSchema, value, name }),
	carousel: checkCarousel,
	catalog_message: (value) => void checkShape({ schema: catalogSchema, value, name }),
	contact_request: (value) => void checkShape({ schema: contactRequestSchema, value, name }),
	cta_url: (value) => void checkShape({ schema: ctaUrlSchema, value, name }),
	flow: (value) => checkFlow(checkShape({ schema: flowSchema, value, name })),
	list: (value) => checkList(checkShape({ schema: listSchema, value, name })),
	location_request_message: (value) => void checkShape({ schema: locationRequestSchema, value, name }),
	order_details: checkOrderDetails,
	order_status: (value) => void checkShape({ schema: interactiveOrderStatusSchema, value, name }),
	product: (value) => void checkShape({ schema: productSchema, value, name }),
	product_list: (value) => checkProductList(checkShape({ schema: productListSchema, value, name })),
	voice_call: (value) => void checkShape({ schema: voiceCallSchema, value, name }),
};

function checkHeaderMedia(input: { state: State; header: unknown; where: string }): void {
	const header = asObject(input.header);
	const kind = asText(header.type) ?? '';
	if (!isMediaKind(kind)) return;
	const media = asObject(header[kind]);
	checkMediaSource({
		state: input.state,
		kind,
		value: { id: asText(media.id), link: asText(media.link) },
		name: `${input.where}['header']['${kind}']`,
	});
}

/** `interactive` of any type that Meta has (cloud-api 1.4): 131009 for another one, and the codes of the type's rules. */
export function checkInteractive(input: { state: State; value: unknown; direct: boolean }): void {
	const { state, value, direct } = input;
	const { type, header } = asObject(value);
	if (type === undefined) throw missing("The parameter interactive['type'] is required.");
	const rule = typeof type === 'string' && Object.hasOwn(RULES, type) ? RULES[type] : undefined;
	if (!rule) throw invalidValue(`Param interactive['type'] is not one of {${Object.keys(RULES).join(', ')}}`);
	rule(value, direct);
	checkHeaderMedia({ state, header, where: name });
	for (const [position, card] of cardsOf(value).entries())
		checkHeaderMedia({ state, header: card.header, where: `interactive['action']['cards'][${position}]` });
}
