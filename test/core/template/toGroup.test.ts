import { parseDefinition } from '../../../core/template/definition';
import { fitsGroup } from '../../../core/template/toGroup';

const body = { type: 'BODY', text: 'Hello' };

function fits(...components: object[]): boolean {
	return fitsGroup(parseDefinition({ name: 'hello', language: 'en_US', components: [...components, body] }));
}

test.each(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT'])('a template with a header of %s fits', (format) => {
	expect(fits({ type: 'HEADER', format, text: 'Hi' }, { type: 'FOOTER', text: 'Shop' })).toBe(true);
});

test('buttons do not matter', () => {
	expect(fits({ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes' }] })).toBe(true);
});

test.each([
	{ type: 'HEADER', format: 'LOCATION' },
	{ type: 'HEADER', format: 'PRODUCT' },
	{ type: 'CAROUSEL', cards: [] },
	{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Sale', has_expiration: true } },
	{ type: 'CALL_PERMISSION_REQUEST' },
])('a template with %j does not', (component) => {
	expect(fits(component)).toBe(false);
});
