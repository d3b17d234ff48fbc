import { z } from 'zod';
import { GraphError } from '../../errors';
import { LIMITS } from '../../limits';
import { asObject, asObjects, asText, type JsonObject } from '../../json';
import type { Template } from '../../records';
import type { State } from '../../state';
import { locationSchema } from '../location';
import { bareMimeType, checkMediaSource, findMedia, isMediaKind, MEDIA_SCHEMAS } from '../media';
import { checkShape } from '../shape';
import { findComponent, keyword } from './components';
import { checkTextParameters, countMismatch, formatMismatch } from './textParameters';

const productSchema = z
	.object({
		product_retailer_id: z.string().min(1, 'must not be empty'),
		catalog_id: z.string().min(1, 'must not be empty'),
	})
	.strict();

function checkMediaHeader(input: { state: State; format: string; parameters: readonly JsonObject[] }): void {
	const { state, format, parameters } = input;
	const [parameter] = parameters;
	const received = asText(parameter?.type) ?? 'unknown';
	// A GIF is sent as an mp4 video (cloud-api 1.5).
	const kind = (format === 'GIF' ? 'VIDEO' : format).toLowerCase();
	if (received !== kind)
		throw formatMismatch(`header: Format mismatch, expected ${format}, received ${received.toUpperCase()}`);
	if (parameters.length > 1) throw countMismatch({ where: 'header', received: parameters.length, expected: 1 });
	const value = parameter?.[kind];
	if (kind === 'product') {
		checkShape({ schema: productSchema, value, name: "header['product']" });
		return;
	}
	if (kind === 'location') {
		checkShape({ schema: locationSchema, value, name: "header['location']" });
		return;
	}
	if (!isMediaKind(kind)) return;
	checkShape({ schema: MEDIA_SCHEMAS[kind], value, name: `header['${kind}']` });
	const media = asObject(value);
	checkMediaSource({
		state,
		kind,
		value: { id: asText(media.id), link: asText(media.link) },
		name: `header['${kind}']`,
	});
	if (format === 'GIF') checkGif({ state, id: asText(media.id) });
}

/** A GIF is an mp4 of at most 3.5 MB; links are not fetched. */
function checkGif({ state, id }: { state: State; id: string | undefined }): void {
	const media = id === undefined ? undefined : findMedia(state, id);
	if (!media) return;
	if (bareMimeType(media.mimeType) !== 'video/mp4' || media.bytes.length > LIMITS.template.gif)
		throw new GraphError({
			code: 131053,
			details: `header: a GIF is a video/mp4 of at most ${LIMITS.template.gif} bytes.`,
		});
}

/** Checks the header parameters of a send against the definition (cloud-api 1.5). */
export function checkHeader(input: {
	state: State;
	template: Template;
	defined: readonly JsonObject[];
	sent: readonly JsonObject[];
}): void {
	const { state, template, defined, sent } = input;
	const definition = findComponent(defined, 'HEADER');
	const parameters = asObjects(findComponent(sent, 'HEADER')?.parameters);
	const format = keyword(definition?.format);
	if (definition && format !== 'TEXT') {
		checkMediaHeader({ state, format, parameters });
		return;
	}
	const text = asText(definition?.text) ?? '';
	checkTextParameters({
		template,
		where: 'header',
		text,
		parameters,
		maxLength: LIMITS.template.headerText,
		allowed: ['text'],
	});
}
