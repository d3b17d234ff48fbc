import type { Problems } from '../errors/invalidInput';
import { checkText } from './check';
import { LIMITS } from './limits';
import { checkSource, type MediaSource } from './mediaSource';

/** The header of an interactive message as the caller gives it. */
export type InteractiveHeader =
	| { type: 'text'; text: string }
	| { type: 'image' | 'video'; source: MediaSource }
	| { type: 'document'; source: MediaSource; filename?: string };

/** The header as Meta takes it. */
export type HeaderObject =
	| { type: 'text'; text: string }
	| { type: 'image'; image: MediaSource }
	| { type: 'video'; video: MediaSource }
	| { type: 'document'; document: MediaSource & { filename?: string } };

/** The parts around the action, as Meta takes them. */
export interface InteractiveParts {
	header?: HeaderObject;
	body: { text: string };
	footer?: { text: string };
}

/** An action that an interactive message offers; one member per interactive type. */
export type InteractiveAction =
	| {
			type: 'button';
			action: { buttons: Array<{ type: 'reply'; reply: { id: string; title: string } }> };
	  }
	| {
			type: 'list';
			action: {
				button: string;
				sections: Array<{
					title?: string;
					rows: Array<{ id: string; title: string; description?: string }>;
				}>;
			};
	  }
	| {
			type: 'cta_url';
			action: { name: 'cta_url'; parameters: { display_text: string; url: string } };
	  };

/** An interactive message (cloud-api 1.4); needs an open customer service window. */
export interface InteractiveMessage {
	type: 'interactive';
	interactive: InteractiveParts & InteractiveAction;
}

/** Header, body and footer, checked against `LIMITS`; what is empty and optional is left out. */
export function checkParts(
	problems: Problems,
	input: { header?: InteractiveHeader; body: string; footer?: string; maxBody: number },
): InteractiveParts {
	const header = input.header && checkHeader(problems, input.header);
	const body = checkText(problems, { field: 'Body', value: input.body, max: input.maxBody });
	const footer = checkText(problems, {
		field: 'Footer',
		value: input.footer,
		max: LIMITS.footer,
		optional: true,
	});
	return {
		...(header && { header }),
		body: { text: body },
		...(footer !== '' && { footer: { text: footer } }),
	};
}

function checkHeader(problems: Problems, header: InteractiveHeader): HeaderObject {
	if (header.type === 'text') {
		const text = checkText(problems, {
			field: 'Header Text',
			value: header.text,
			max: LIMITS.headerText,
		});
		return { type: 'text', text };
	}
	const source = checkSource(problems, { field: 'Header Media', source: header.source });
	switch (header.type) {
		case 'image':
			return { type: 'image', image: source };
		case 'video':
			return { type: 'video', video: source };
		case 'document': {
			const filename = checkText(problems, {
				field: 'Header File Name',
				value: header.filename,
				optional: true,
			});
			return { type: 'document', document: { ...source, ...(filename !== '' && { filename }) } };
		}
	}
}
