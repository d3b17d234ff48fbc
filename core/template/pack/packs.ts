import adLead from '../../../workflows/ad-lead/templates.json';
import askMany from '../../../workflows/ask-many/templates.json';
import backInStock from '../../../workflows/back-in-stock/templates.json';
import broadcast from '../../../workflows/broadcast/templates.json';
import cartRecovery from '../../../workflows/cart-recovery/templates.json';
import codConfirmation from '../../../workflows/cod-confirmation/templates.json';
import couponFollowUp from '../../../workflows/coupon-follow-up/templates.json';
import crossSell from '../../../workflows/cross-sell/templates.json';
import customerPhotos from '../../../workflows/customer-photos/templates.json';
import failedDelivery from '../../../workflows/failed-delivery/templates.json';
import handOver from '../../../workflows/hand-over/templates.json';
import howToGuide from '../../../workflows/how-to-guide/templates.json';
import loyalty from '../../../workflows/loyalty/templates.json';
import optInPreferences from '../../../workflows/opt-in-preferences/templates.json';
import orderConfirmation from '../../../workflows/order-confirmation/templates.json';
import orderUpdates from '../../../workflows/order-updates/templates.json';
import priceDrop from '../../../workflows/price-drop/templates.json';
import reorderReminder from '../../../workflows/reorder-reminder/templates.json';
import returns from '../../../workflows/returns/templates.json';
import reviewRequest from '../../../workflows/review-request/templates.json';
import shippingMilestones from '../../../workflows/shipping-milestones/templates.json';
import survey from '../../../workflows/survey/templates.json';
import winBack from '../../../workflows/win-back/templates.json';

/**
 * The templates of the journeys that come with the package, by the folder below `workflows/`. They are bundled when the
 * package is built; `test/core/template/pack/packs.test.ts` fails when a journey is missing here.
 */
export const PACKS: Readonly<Record<string, unknown>> = {
	'ad-lead': adLead,
	'ask-many': askMany,
	'back-in-stock': backInStock,
	broadcast,
	'cart-recovery': cartRecovery,
	'cod-confirmation': codConfirmation,
	'coupon-follow-up': couponFollowUp,
	'cross-sell': crossSell,
	'customer-photos': customerPhotos,
	'failed-delivery': failedDelivery,
	'hand-over': handOver,
	'how-to-guide': howToGuide,
	loyalty,
	'opt-in-preferences': optInPreferences,
	'order-confirmation': orderConfirmation,
	'order-updates': orderUpdates,
	'price-drop': priceDrop,
	'reorder-reminder': reorderReminder,
	returns,
	'review-request': reviewRequest,
	'shipping-milestones': shippingMilestones,
	survey,
	'win-back': winBack,
};

/** `order-updates` as people read it: `Order Updates`. */
export function packTitle(pack: string): string {
	return pack
		.split('-')
		.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
		.join(' ');
}
