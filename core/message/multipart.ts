/** What stands before and after a file's bytes in a `multipart/form-data` body. */
export interface MultipartFrame {
	contentType: string;
	head: Uint8Array;
	tail: Uint8Array;
}

/**
 * The frame of a form with text fields and one file at its end, so that the file can be streamed between the two parts.
 *
 * Names are written as browsers do it (WHATWG HTML, multipart/form-data encoding): UTF-8 as it is; quotes and line
 * breaks percent-encoded, so that a name cannot add a header. RFC 7578 forbids the `filename*` of RFC 5987 here.
 *
 * @param form.boundary letters, digits and hyphens that the file does not contain: a random one
 */
export function multipartFrame(form: {
	boundary: string;
	fields: Readonly<Record<string, string>>;
	file: { field: string; name: string; mimeType: string };
}): MultipartFrame {
	const { boundary, fields, file } = form;
	const encoder = new TextEncoder();
	const texts = Object.entries(fields).map(
		([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"\r\n\r\n${value}\r\n`,
	);
	const fileHead = [
		`--${boundary}`,
		`Content-Disposition: form-data; name="${escaped(file.field)}"; filename="${escaped(file.name)}"`,
		`Content-Type: ${file.mimeType.replace(/[^\x20-\x7e]/g, '')}`,
		'',
		'',
	].join('\r\n');
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		head: encoder.encode(texts.join('') + fileHead),
		tail: encoder.encode(`\r\n--${boundary}--\r\n`),
	};
}

function escaped(name: string): string {
	return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22').replace(/\0/g, '');
}
