import { phoneDetails, placeOfDigits } from '../../../core/phone/details';

describe('what a number tells', () => {
	test('a mobile in Brazil', () => {
		expect(phoneDetails('+5592987654321')).toEqual({
			e164: '+5592987654321',
			digits: '5592987654321',
			contactKey: '559287654321',
			country: 'BR',
			callingCode: '55',
			national: '(92) 98765-4321',
			language: 'pt_BR',
			timeZone: 'America/Manaus',
			timeZones: ['America/Manaus'],
			type: 'mobile',
			fitsPlan: true,
			variants: ['5592987654321', '559287654321'],
		});
	});

	test.each([
		['Brazil without the ninth digit', '+551187654321', { country: 'BR', type: 'mobile', national: '(11) 98765-4321', variants: ['551187654321', '5511987654321'] }],
		['Mexico with the 1', '+5215512345678', { country: 'MX', contactKey: '525512345678', variants: ['5215512345678', '525512345678'] }],
		['Argentina with the 9', '+5491112345678', { country: 'AR', type: 'mobile', contactKey: '541112345678', variants: ['5491112345678', '541112345678'] }],
		['a fixed line', '+493012345678', { country: 'DE', type: 'fixed', timeZones: ['Europe/Berlin'], language: 'de_DE' }],
		['North America does not tell mobiles', '+13105550199', { country: 'US', type: 'unknown', timeZones: ['America/Los_Angeles'] }],
		['an area in Canada', '+16045550123', { country: 'CA', timeZone: 'America/Vancouver' }],
		['a country with many zones', '+79161234567', { country: 'RU', timeZone: 'Europe/Moscow', timeZones: expect.arrayContaining(['Asia/Vladivostok']) }],
		['a demo number has no area of its own', '+15550123456', { country: 'US', fitsPlan: false, timeZone: 'America/New_York', timeZones: expect.arrayContaining(['Pacific/Honolulu']) }],
		['a satellite phone', '+8835100000001', { country: '', timeZones: [], timeZone: '', language: '', callingCode: '883' }],
	])('%s', (_, e164, told) => {
		expect(phoneDetails(e164)).toMatchObject(told);
	});

	test('is found by the digits of a contact record', () => {
		expect(placeOfDigits('551187654321')).toEqual({ country: 'BR', timeZones: ['America/Sao_Paulo'] });
		expect(placeOfDigits('US.123')).toEqual({ country: '', timeZones: [] });
	});
});
