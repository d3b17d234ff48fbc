import fc from 'fast-check';
import { multipartFrame } from '../../../core/message/multipart';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('puts the fields before the file, and the end after it', () => {
	const { contentType, head, tail } = multipartFrame({
		boundary: 'b-1',
		fields: { messaging_product: 'whatsapp', type: 'image/png' },
		file: { field: 'file', name: 'é "1".png', mimeType: 'image/png' },
	});
	expect(contentType).toBe('multipart/form-data; boundary=b-1');
	expect(decode(head)).toBe(
		[
			'--b-1',
			'Content-Disposition: form-data; name="messaging_product"',
			'',
			'whatsapp',
			'--b-1',
			'Content-Disposition: form-data; name="type"',
			'',
			'image/png',
			'--b-1',
			'Content-Disposition: form-data; name="file"; filename="é %221%22.png"',
			'Content-Type: image/png',
			'',
			'',
		].join('\r\n'),
	);
	expect(decode(tail)).toBe('\r\n--b-1--\r\n');
});

test('no name and no type adds a line', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, mimeType) => {
			const frame = multipartFrame({ boundary: 'b', fields: {}, file: { field: 'file', name, mimeType } });
			const lines = decode(frame.head).split(/\r\n|\r|\n/);
			expect(lines).toHaveLength(5);
			expect(lines[1]).toMatch(/^Content-Disposition: form-data; name="file"; filename="[^"]*"$/);
			expect(lines[2]).toMatch(/^Content-Type: [\x20-\x7e]*$/);
		}),
	);
});
