import type { INodeProperties } from 'n8n-workflow';
import { messageOptions } from './messageOptions';

/** Not for these: Meta refuses a reaction that quotes (cloud-api 1.6), and nobody is bothered by a reaction or a pin. */
const NOT_OFFERED = ['gate', 'replyTo'];

/** Options of a reaction or a pin. */
export const unquotedOptions: INodeProperties = {
	...messageOptions,
	options: messageOptions.options?.filter(({ name }) => !NOT_OFFERED.includes(name)),
};
