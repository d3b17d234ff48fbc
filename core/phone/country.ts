/** What the platform knows of a region; a method in newer releases of V8, a property in older ones (both are in use from Node.js 20 to 24). */
interface RegionLocale {
	baseName: string;
	getTimeZones?: () => string[] | undefined;
	timeZones?: string[];
}

/** Names that CLDR keeps for old times' sake, by those of today. */
const RENAMED: Readonly<Record<string, string>> = {
	'Asia/Calcutta': 'Asia/Kolkata',
	'Asia/Saigon': 'Asia/Ho_Chi_Minh',
	'Asia/Katmandu': 'Asia/Kathmandu',
	'Asia/Rangoon': 'Asia/Yangon',
	'Europe/Kiev': 'Europe/Kyiv',
	'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
	'America/Godthab': 'America/Nuuk',
	'America/Coral_Harbour': 'America/Atikokan',
	'Atlantic/Faeroe': 'Atlantic/Faroe',
	'Africa/Asmera': 'Africa/Asmara',
	'Pacific/Truk': 'Pacific/Chuuk',
	'Pacific/Ponape': 'Pacific/Pohnpei',
	'Pacific/Enderbury': 'Pacific/Kanton',
};

/** The zones in which most people of a country live, most first; countries with one clock need no entry. */
const POPULOUS: Readonly<Record<string, string>> = {
	AR: 'America/Argentina/Buenos_Aires',
	AU: 'Australia/Sydney Australia/Brisbane Australia/Perth Australia/Adelaide Australia/Darwin',
	BR: 'America/Sao_Paulo America/Manaus America/Rio_Branco America/Noronha',
	CA: 'America/Toronto America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/Regina America/St_Johns America/Whitehorse',
	CD: 'Africa/Kinshasa Africa/Lubumbashi',
	CL: 'America/Santiago America/Punta_Arenas Pacific/Easter',
	CN: 'Asia/Shanghai',
	CY: 'Asia/Nicosia',
	EC: 'America/Guayaquil Pacific/Galapagos',
	ES: 'Europe/Madrid Atlantic/Canary',
	FM: 'Pacific/Chuuk Pacific/Pohnpei',
	GL: 'America/Nuuk',
	ID: 'Asia/Jakarta Asia/Makassar Asia/Jayapura',
	KI: 'Pacific/Tarawa',
	MN: 'Asia/Ulaanbaatar Asia/Hovd',
	MX: 'America/Mexico_City America/Tijuana America/Hermosillo America/Cancun America/Ciudad_Juarez America/Matamoros',
	NZ: 'Pacific/Auckland Pacific/Chatham',
	PF: 'Pacific/Tahiti',
	PG: 'Pacific/Port_Moresby',
	PT: 'Europe/Lisbon Atlantic/Azores',
	RU: 'Europe/Moscow Asia/Yekaterinburg Asia/Novosibirsk Europe/Samara Asia/Krasnoyarsk Asia/Irkutsk Asia/Omsk Asia/Vladivostok Asia/Yakutsk Europe/Kaliningrad',
	UA: 'Europe/Kyiv',
	US: 'America/New_York America/Chicago America/Los_Angeles America/Denver America/Phoenix Pacific/Honolulu America/Anchorage',
	UZ: 'Asia/Tashkent',
};

/** Regions of numbering plans that CLDR has no zone for. */
const WITHOUT_ZONES: Readonly<Record<string, string>> = { AC: 'Atlantic/St_Helena', TA: 'Atlantic/St_Helena', XK: 'Europe/Belgrade' };

/** Winter and summer, to tell clocks apart. */
const SEASONS = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];

function clockOf(zone: string): string {
	const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
	return SEASONS.map((season) => format.format(season)).join(' ');
}

const known = new Map<string, readonly string[]>();

/**
 * The time zones of a country, one for each clock that differs, the one of most people first. Names and membership are those
 * of CLDR, which the platform brings along (`Intl.Locale`).
 *
 * @param country ISO 3166 code, also those of numbering plans (`XK`)
 * @returns IANA names; [] for what is no country
 */
export function timeZonesOf(country: string): readonly string[] {
	const code = country.trim().toUpperCase();
	if (!/^[A-Z]{2}$/.test(code)) return [];
	const before = known.get(code);
	if (before !== undefined) return before;
	const locale: RegionLocale = new Intl.Locale(`und-${code}`);
	const listed = (locale.getTimeZones?.() ?? locale.timeZones ?? []).map((zone) => RENAMED[zone] ?? zone);
	const populous = (POPULOUS[code] ?? WITHOUT_ZONES[code] ?? '').split(' ').filter((zone) => zone !== '');
	const clocks = new Map<string, string>();
	for (const zone of [...populous, ...listed]) if (!clocks.has(clockOf(zone))) clocks.set(clockOf(zone), zone);
	// China runs on one clock by law, whatever the database of zones says.
	const zones = code === 'CN' ? populous : [...clocks.values()];
	known.set(code, zones);
	return zones;
}

/** Languages whose code at Meta is another than in CLDR, and countries whose customers are written to in another than their first. */
const LANGUAGE_BY_COUNTRY: Readonly<Record<string, string>> = { PH: 'en', SN: 'fr', XK: 'sq' };

/**
 * The language that most people of a country read, as a template's language code with its country: `pt_BR`, `de_AT`. It is a
 * guess (CLDR, likely subtags); Switzerland, Belgium, Canada and India have more than one.
 *
 * @returns '' for what is no country
 */
export function languageOfCountry(country: string): string {
	const code = country.trim().toUpperCase();
	if (timeZonesOf(code).length === 0) return '';
	const { language } = new Intl.Locale(`und-${code}`).maximize();
	const own = LANGUAGE_BY_COUNTRY[code] ?? (language === 'no' ? 'nb' : language);
	return `${own}_${code}`;
}
