import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { internationalE164 } from '../../../core/phone/international';

/** Country codes that several countries share, with and without equal lengths. */
const SHARED = ['1', '7', '39', '44', '47', '61', '212', '262', '290', '358', '590', '599'];

const digits = fc.stringMatching(/^[1-9]\d{4,15}$/);
const shared = fc.tuple(fc.constantFrom(...SHARED), fc.stringMatching(/^\d{3,12}$/)).map((parts) => parts.join(''));

test('says the same as the library with all its countries', () => {
	fc.assert(
		fc.property(fc.oneof(digits, shared), (number) => {
			const exact = parsePhoneNumberFromString(`+${number}`);
			expect(internationalE164(number)).toBe(exact?.isPossible() ? exact.number : undefined);
		}),
		{ numRuns: 3000 },
	);
});

test.each([
	['12125550100', '+12125550100'],
	['4901701234567', '+491701234567'],
	['447781123456', '+447781123456'],
	['59942829202', undefined],
	['5994282920', '+5994282920'],
	['999', undefined],
])('%s is %s', (number, e164) => {
	expect(internationalE164(number)).toBe(e164);
});
