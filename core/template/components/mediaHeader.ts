import { isWebUrl } from '../../message/check';
import { checkSource, type MediaSource } from '../../message/mediaSource';
import { isJsonObject, textOf } from '../../shared/json';
import type { TemplateField } from '../fields';
import type { TemplateParameter } from '../message';
import { fieldId, fieldName, type TemplateFacts, type TemplatePart } from '../part';
import type { TemplateValues } from '../values';

type HeaderMediaKind = 'image' | 'video' | 'document';

/** A GIF is sent as a video (.mp4), which WhatsApp plays over and over (cloud-api 1.5). */
const FORMATS: Readonly<Record<'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'GIF', { name: string; kind: HeaderMediaKind }>> = {
	IMAGE: { name: 'Image', kind: 'image' },
	VIDEO: { name: 'Video', kind: 'video' },
	DOCUMENT: { name: 'Document', kind: 'document' },
	GIF: { name: 'GIF', kind: 'video' },
};

/** A header that is a file: sent by ID or link, a document with an optional name. */
export function mediaHeaderPart(format: keyof typeof FORMATS, facts: TemplateFacts): TemplatePart {
	const { name, kind } = FORMATS[format];
	const what = format === 'GIF' ? '.mp4 file' : kind;
	const field: TemplateField = {
		id: fieldId(facts, `header_${format.toLowerCase()}`),
		label: `${fieldName(facts, 'Header')} ${name} (link, media ID or binary field)`,
		hint: `Address of a public ${what}, ID of an uploaded one, or name of an input binary field`,
		required: true,
		kind: 'media',
		mediaKind: kind,
	};
	const filename: TemplateField = {
		id: fieldId(facts, 'header_document_filename'),
		label: `${fieldName(facts, 'Header')} Document File Name (optional)`,
		hint: 'Name that the recipient sees; its ending chooses the icon',
		required: false,
		kind: 'filename',
	};
	return {
		fields: kind === 'document' ? [field, filename] : [field],
		build(values) {
			const source = readSource(values, field);
			const fileName = kind === 'document' ? values.text(filename) : '';
			return { type: 'header', parameters: [parameterOf({ kind, source, filename: fileName })] };
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
	const given = values.file(field);
	if (isJsonObject(given)) {
		const source = textOf(given.link) === undefined ? { id: idOf(given.id) } : { link: idOf(given.link) };
		return checkSource(values.problems, { field: field.label, source });
	}
	const text = values.text(field).trim();
	if (isWebUrl(text)) return { link: text };
	if (text !== '' && !/^\d+$/.test(text)) {
		values.problems.add(field.label, `"${text}" is neither a link (https://…) nor a media ID (digits)`);
	}
	return { id: text };
}

function idOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
