import type { INodeProperties } from 'n8n-workflow';
import { interactiveBody } from './interactive';

/** The text of a message that has nothing else but its button. */
export const requestBody: INodeProperties = {
	...interactiveBody,
	description: 'Text above the button, at most 1024 characters. *bold*, _italic_ and links work as in WhatsApp.',
};
