import { arrayOf, isJsonObject, objectOf, textOf, type JsonObject } from '../../shared/json';
import { isPlaceholderHandle } from '../lint/texts';
import { SAMPLE_FORMATS, type SampleFormat } from './samples';

/** A header that Meta wants a sample file for. */
export interface SampleSlot {
	format: SampleFormat;
	/** The address that the definition names in the place of a handle. */
	url?: string;
}

function formatOf(component: JsonObject): SampleFormat | undefined {
	if ((textOf(component.type) ?? '').toUpperCase() !== 'HEADER') return undefined;
	const format = (textOf(component.format) ?? '').toUpperCase();
	return SAMPLE_FORMATS.find((each) => each === format);
}

function slotOf(component: JsonObject): SampleSlot | undefined {
	const format = formatOf(component);
	if (format === undefined) return undefined;
	const handle = textOf(arrayOf(objectOf(component.example).header_handle)[0]) ?? '';
	if (/^https?:\/\//i.test(handle)) return { format, url: handle };
	return handle === '' || isPlaceholderHandle(handle) || !handle.startsWith('4:') ? { format } : undefined;
}

/** The samples that a definition lacks, those of carousel cards included. A real handle lacks nothing. */
export function sampleSlots(definition: JsonObject): SampleSlot[] {
	return arrayOf(definition.components)
		.filter(isJsonObject)
		.flatMap((component) => {
			const slot = slotOf(component);
			const inside = arrayOf(component.cards).filter(isJsonObject).flatMap(sampleSlots);
			return slot === undefined ? inside : [slot, ...inside];
		});
}

/** The name under which a slot's handle is kept. */
export function slotKey({ format, url }: SampleSlot): string {
	return url ?? format;
}

function filled(component: JsonObject, handles: ReadonlyMap<string, string>): JsonObject {
	const slot = slotOf(component);
	const handle = slot === undefined ? undefined : handles.get(slotKey(slot));
	const cards = Array.isArray(component.cards) ? { cards: component.cards.map((card: unknown) => (isJsonObject(card) ? withSamples(card, handles) : card)) } : {};
	return { ...component, ...cards, ...(handle === undefined ? {} : { example: { ...objectOf(component.example), header_handle: [handle] } }) };
}

/** The definition with the handles in their places. */
export function withSamples(definition: JsonObject, handles: ReadonlyMap<string, string>): JsonObject {
	if (!Array.isArray(definition.components)) return definition;
	return { ...definition, components: definition.components.map((component: unknown) => (isJsonObject(component) ? filled(component, handles) : component)) };
}

/** What `POST /{waba}/message_templates` takes of a definition; a row of Meta's list has more. */
const TAKEN = ['name', 'language', 'category', 'parameter_format', 'message_send_ttl_seconds', 'components', 'degrees_of_freedom_spec', 'display_format'];

/** The definition without what Meta adds when it lists one. */
export function creatable(definition: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(definition).filter(([key]) => TAKEN.includes(key)));
}
