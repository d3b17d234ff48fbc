import { isWebUrl } from '../../message/check';
import { checkSource, type MediaSource } from '../../message/mediaSource';
import { isJsonObject, textOf } from '../../shared/json';
import type { TemplateField } from '../fields';
import type { TemplateParameter } from '../message';
import type { TemplatePart } from '../part';
import type { TemplateValues } from '../values';

type HeaderMediaKind = 'image' | 'video' | 'document';

const NAMES: Readonly<Record<HeaderMediaKind, string>> = {
	image: 'Image',
	video: 'Video',
	document: 'Document',
};

const filenameField: TemplateField = {
	id: 'header_document_filename',
	label: 'Header Document File Name (optional)',
	hint: 'Name that the recipient sees; its ending chooses the icon',
	required: false,
	kind: 'filename',
};

/** A header that is a file: sent by ID or link, a document with an optional name. */
export function mediaHeaderPart(kind: HeaderMediaKind): TemplatePart {
	const field: TemplateField = {
		id: `header_${kind}`,
		label: `Header ${NAMES[kind]} (link, media ID or binary field)`,
		hint: `Address of a public ${kind}, ID of an uploaded one, or name of an input binary field`,
		required: true,
		kind: 'media',
		mediaKind: kind,
	};
	return {
		fields: kind === 'document' ? [field, filenameField] : [field],
		build(values) {
			const source = readSource(values, field);
			const filename = kind === 'document' ? values.text(filenameField) : '';
			return { type: 'header', parameters: [parameterOf({ kind, source, filename })] };
		},
	};
}

function parameterOf(input: {
	kind: HeaderMediaKind;
	source: MediaSource;
	filename: string;
}): TemplateParameter {
	const { kind, source, filename } = input;
	switch (kind) {
		case 'image':
			return { type: kind, image: source };
		case 'video':
			return { type: kind, video: source };
		case 'document':
			return { type: kind, document: { ...source, ...(filename !== '' && { filename }) } };
	}
}

/** The file that the caller resolved, else `{id}`, `{link}`, a web address or an ID (digits) as the value. */
function readSource(values: TemplateValues, field: TemplateField): MediaSource {
	const given: unknown = values.media ?? values.raw(field);
	if (isJsonObject(given)) {
		const source =
			textOf(given.link) === undefined ? { id: idOf(given.id) } : { link: idOf(given.link) };
		return checkSource(values.problems, { field: field.label, source });
	}
	const text = values.text(field).trim();
	if (isWebUrl(text)) return { link: text };
	if (text !== '' && !/^\d+$/.test(text)) {
		values.problems.add(
			field.label,
			`"${text}" is neither a link (https://…) nor a media ID (digits)`,
		);
	}
	return { id: text };
}

function idOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
