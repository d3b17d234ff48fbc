import { adLead } from './adLead';
import { askMany } from './askMany';
import { backInStock } from './backInStock';
import { broadcast } from './broadcast';
import { cartRecovery } from './cartRecovery';
import { codConfirmation } from './codConfirmation';
import { couponFollowUp } from './couponFollowUp';
import { crossSell } from './crossSell';
import { customerPhotos } from './customerPhotos';
import { deliveryReport } from './deliveryReport';
import { failedDelivery } from './failedDelivery';
import { faqBot } from './faqBot';
import { handOver } from './handOver';
import { healthAlerts } from './healthAlerts';
import { howToGuide } from './howToGuide';
import type { Journey } from './journey';
import { loyalty } from './loyalty';
import { optInPreferences } from './optInPreferences';
import { orderConfirmation } from './orderConfirmation';
import { priceDrop } from './priceDrop';
import { productFinder } from './productFinder';
import { reorderReminder } from './reorderReminder';
import { returns } from './returns';
import { reviewRequest } from './reviewRequest';
import { shippingMilestones } from './shippingMilestones';
import { survey } from './survey';
import { trackingPage } from './trackingPage';
import { winBack } from './winBack';

/** All journeys, in the order in which they are played. */
export const JOURNEYS: readonly Journey[] = [
	// First: it counts the messages of all.
	deliveryReport,
	orderConfirmation('shopify', { language: 'pt-BR', country: 'BR' }, 'Obrigado pelo seu pedido'),
	orderConfirmation('woocommerce', { language: 'hi', country: 'IN' }, 'ऑर्डर के लिए धन्यवाद'),
	shippingMilestones('shopify'),
	shippingMilestones('woocommerce'),
	codConfirmation('shopify'),
	codConfirmation('woocommerce'),
	failedDelivery('shopify'),
	failedDelivery('woocommerce'),
	trackingPage,
	reviewRequest,
	optInPreferences,
	reorderReminder,
	returns,
	loyalty,
	howToGuide,
	couponFollowUp,
	crossSell,
	cartRecovery('shopify'),
	cartRecovery('woocommerce'),
	winBack,
	broadcast,
	survey,
	healthAlerts,
	adLead,
	productFinder,
	handOver,
	faqBot,
	askMany,
	customerPhotos,
	backInStock,
	priceDrop,
];
