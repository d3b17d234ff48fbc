import type { MediaSource } from '../message/mediaSource';

/** One value of a template message. */
export type TemplateParameter =
	| { type: 'text'; text: string; parameter_name?: string }
	| { type: 'image'; image: MediaSource }
	| { type: 'video'; video: MediaSource }
	| { type: 'document'; document: MediaSource & { filename?: string } }
	| { type: 'payload'; payload: string }
	| { type: 'coupon_code'; coupon_code: string };

/** The values of one component (cloud-api 1.5); components without values are not sent. */
export type SendComponent =
	| { type: 'header' | 'body'; parameters: TemplateParameter[] }
	| {
			type: 'button';
			sub_type: 'url' | 'quick_reply' | 'copy_code';
			/** Position of the button in the definition, from 0. */
			index: string;
			parameters: TemplateParameter[];
	  };

export interface TemplateMessage {
	type: 'template';
	template: { name: string; language: { code: string }; components?: SendComponent[] };
}
