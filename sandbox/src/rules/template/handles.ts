import { asObject, asObjects, asText, type JsonObject } from '../../json';
import type { State } from '../../state';
import { kindOf } from '../media';
import { findComponent, keyword } from './components';
import { badDefinition, SUBCODES } from './textDefinitions';

const KINDS: Readonly<Record<string, string>> = { IMAGE: 'image', VIDEO: 'video', GIF: 'video', DOCUMENT: 'document' };

function checkHandle(state: State, header: JsonObject): void {
	const format = keyword(header.format);
	const handles = asObject(header.example).header_handle;
	const handle = Array.isArray(handles) ? (asText(handles[0]) ?? '') : '';
	if (KINDS[format] === undefined) return;
	// Lists of templates show a URL in the place of the handle; it cannot be used to create another one.
	if (!handle.startsWith('4:'))
		throw badDefinition({ subcode: SUBCODES.header, message: 'HEADER: example.header_handle is not a file handle.' });
	const type = state.handles.get(handle);
	const kind = type === undefined ? undefined : kindOf(type.replace('image/jpg', 'image/jpeg'));
	if (kind !== undefined && kind !== KINDS[format])
		throw badDefinition({ subcode: SUBCODES.header, message: `HEADER: a file of type ${type} is no ${format}.` });
}

/**
 * The sample files of the headers: handles of a resumable upload (cloud-api 2). One that this emulator gave out must be of
 * the header's kind; any other text that looks like a handle is taken, so that templates can be registered from files.
 */
export function checkHandles(input: { state: State; components: readonly JsonObject[] }): void {
	const { state, components } = input;
	const cards = asObjects(findComponent(components, 'CAROUSEL')?.cards);
	for (const each of [components, ...cards.map((card) => asObjects(card.components))]) {
		const header = findComponent(each, 'HEADER');
		if (header) checkHandle(state, header);
	}
}
