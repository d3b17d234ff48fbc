import type { MediaSource } from '../message/mediaSource';
import type { JsonObject } from '../shared/json';

/** A place in a template's header (cloud-api 1.5). */
export interface TemplateLocation {
	latitude: number;
	longitude: number;
	name?: string;
	address?: string;
}

/** A section of products, as a multi-product button opens it. */
export interface ProductSection {
	title: string;
	product_items: Array<{ product_retailer_id: string }>;
}

/** What a button does when tapped, for the kinds that take more than a text. */
export type TemplateAction =
	| { flow_token: string; flow_action_data?: JsonObject }
	| { thumbnail_product_retailer_id: string; sections?: ProductSection[] }
	| { order_details: JsonObject };

/** One value of a template message. */
export type TemplateParameter =
	| { type: 'text'; text: string; parameter_name?: string }
	| { type: 'image'; image: MediaSource }
	| { type: 'video'; video: MediaSource }
	| { type: 'document'; document: MediaSource & { filename?: string } }
	| { type: 'location'; location: TemplateLocation }
	| { type: 'product'; product: { product_retailer_id: string; catalog_id: string } }
	| { type: 'payload'; payload: string }
	| { type: 'coupon_code'; coupon_code: string }
	| { type: 'action'; action: TemplateAction }
	| { type: 'ttl_minutes'; ttl_minutes: number }
	| { type: 'limited_time_offer'; limited_time_offer: { expiration_time_ms: number } }
	| { type: 'tap_target_configuration'; tap_target_configuration: Array<{ url: string; title: string }> };

export interface ButtonComponent {
	type: 'button';
	sub_type: 'url' | 'quick_reply' | 'copy_code' | 'flow' | 'catalog' | 'mpm' | 'voice_call' | 'order_details';
	/** Position of the button in the definition, from 0. */
	index: string;
	parameters: TemplateParameter[];
}

export interface CarouselComponentValues {
	type: 'carousel';
	cards: Array<{ card_index: number; components: SendComponent[] }>;
}

/** The values of one component (cloud-api 1.5); components without values are not sent. */
export type SendComponent =
	| {
			type: 'header' | 'body' | 'limited_time_offer' | 'tap_target_configuration';
			parameters: TemplateParameter[];
	  }
	| ButtonComponent
	| CarouselComponentValues;

export interface TemplateMessage {
	type: 'template';
	template: { name: string; language: { code: string }; components?: SendComponent[] };
}
