import type { INodeProperties } from 'n8n-workflow';
import { messageOptions } from './messageOptions';

/** Options of sends that cannot quote a message (cloud-api 1.6): Meta refuses a reaction that does. */
export const unquotedOptions: INodeProperties = {
	...messageOptions,
	options: messageOptions.options?.filter(({ name }) => name !== 'replyTo'),
};
