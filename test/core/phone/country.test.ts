import { IANAZone } from 'luxon';
import { getCountries } from 'libphonenumber-js/max';
import { languageOfCountry, timeZonesOf } from '../../../core/phone/country';

describe('time zones of a country', () => {
	test.each([
		['US', 'America/New_York', 7],
		['BR', 'America/Sao_Paulo', 4],
		['MX', 'America/Mexico_City', 4],
		['AU', 'Australia/Sydney', 5],
		['DE', 'Europe/Berlin', 1],
		['ES', 'Europe/Madrid', 2],
		['PT', 'Europe/Lisbon', 2],
		['IN', 'Asia/Kolkata', 1],
		['CN', 'Asia/Shanghai', 1],
		['AR', 'America/Argentina/Buenos_Aires', 1],
		['XK', 'Europe/Belgrade', 1],
	])('%s: %s first, of %i clocks or more', (country, main, clocks) => {
		expect(timeZonesOf(country)[0]).toBe(main);
		// CLDR moves on: only countries with one clock are sure to keep it.
		expect(timeZonesOf(country).length).toBeGreaterThanOrEqual(clocks);
		if (clocks === 1) expect(timeZonesOf(country)).toHaveLength(1);
	});

	test('exist, for every country with phone numbers', () => {
		const countries = getCountries();
		expect(countries.filter((country) => timeZonesOf(country).length === 0)).toEqual([]);
		expect(countries.flatMap((country) => timeZonesOf(country)).filter((zone) => !IANAZone.isValidZone(zone))).toEqual([]);
	});

	test('are none for what is no country', () => {
		expect(['', 'ZZ', 'Germany', '1'].map(timeZonesOf)).toEqual([[], [], [], []]);
	});
});

test.each([
	['br', 'pt_BR'], ['PT', 'pt_PT'], ['MX', 'es_MX'], ['US', 'en_US'], ['DE', 'de_DE'], ['AT', 'de_AT'], ['NO', 'nb_NO'], ['HK', 'zh_HK'], ['TW', 'zh_TW'],
	['CN', 'zh_CN'], ['IL', 'he_IL'], ['ID', 'id_ID'], ['IN', 'hi_IN'], ['EG', 'ar_EG'], ['UA', 'uk_UA'], ['PH', 'en_PH'], ['ZZ', ''], ['', ''],
])('in %s people read %s', (country, language) => {
	expect(languageOfCountry(country)).toBe(language);
});
