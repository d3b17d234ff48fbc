import { arrayOf, isJsonObject, objectOf, textOf, type JsonObject } from '../shared/json';

/** What an answer's body says about the error: Meta's error object (or an empty one) and any plain text. */
export interface ErrorBody {
	error: JsonObject;
	text?: string;
}

/** Longest piece of a foreign page that is shown to the operator, in characters. */
const MAX_TEXT = 300;

/** Finds Meta's error object in a body of any form. Never throws. */
export function readErrorBody(body: unknown): ErrorBody {
	if (body instanceof Uint8Array || body instanceof ArrayBuffer) {
		return readText(new TextDecoder().decode(body));
	}
	if (typeof body === 'string') return readText(body);
	if (typeof body === 'number' || typeof body === 'boolean') return readText(String(body));
	return readJson(body);
}

function readText(text: string): ErrorBody {
	const trimmed = text.trim();
	if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
		try {
			const fromJson = readJson(JSON.parse(trimmed));
			if (Object.keys(fromJson.error).length > 0) return fromJson;
		} catch {
			return { error: {}, text: excerptOf(trimmed) };
		}
	}
	return { error: {}, text: excerptOf(trimmed) };
}

function readJson(value: unknown): ErrorBody {
	const body = objectOf(Array.isArray(value) ? value[0] : value);
	if (isJsonObject(body.error)) return { error: body.error };
	const listed = arrayOf(body.errors).find(isJsonObject);
	if (listed) return { error: listed };
	// OAuth style: {error: "invalid_request", error_description: "…"}.
	const text = textOf(body.error_description) ?? textOf(body.error);
	if (text !== undefined) return { error: {}, text: excerptOf(text) };
	return { error: body };
}

/** The readable part of a page: no markup, one line, cut at {@link MAX_TEXT}. */
function excerptOf(text: string): string | undefined {
	const plain = text
		.slice(0, 20 * MAX_TEXT)
		.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^<>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	if (plain === '') return undefined;
	return plain.length > MAX_TEXT ? `${plain.slice(0, MAX_TEXT).trimEnd()}…` : plain;
}
