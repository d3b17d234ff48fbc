/** A business phone number of the seeded WABA. */
export interface SeedPhoneNumber {
	/** Phone number ID, as used in Graph paths. */
	id: string;
	/** Digits without plus, as webhooks print it. */
	displayPhoneNumber: string;
	verifiedName: string;
	/** Country calling code, prepended to a `to` that has no plus (cloud-api 1.1). */
	countryCode: string;
}

/** A customer who exists from the start. */
export interface SeedCustomer {
	name: string;
	/** WhatsApp ID: digits without plus. Absent for a person who hides the number behind a username. */
	phone?: string;
	/** BSUID. */
	userId: string;
	/** The number of a person whom the business knows by the user ID only. It learns it by a contact request or a send to it. */
	hiddenPhone?: string;
	/** Without the leading `@`. */
	username?: string;
	/** ISO 3166 alpha-2. */
	country: string;
	/** BCP 47: what the phone is set to. Meta does not tell the business. */
	language: string;
}

/** A group that exists from the start. */
export interface SeedGroup {
	id: string;
	subject: string;
	/** Keys of the customers in it. */
	participants: readonly string[];
}

/** Everything a fresh sandbox knows. */
export interface Seed {
	wabaId: string;
	wabaName: string;
	businessId: string;
	phoneNumbers: readonly SeedPhoneNumber[];
	appId: string;
	appName: string;
	appSecret: string;
	/** System user token with both WhatsApp permissions on the WABA. */
	accessToken: string;
	customers: readonly SeedCustomer[];
	groups: readonly SeedGroup[];
}

/**
 * The seed. The Brazilian customer's WhatsApp ID lacks the ninth digit that people dial, as many real ones do
 * (cloud-api 10), the Mexican's has the 1 that they do not, and two names are not ASCII.
 */
export const SEED: Seed = {
	wabaId: '900100200300400',
	wabaName: 'Example Shop',
	businessId: '500100200300400',
	phoneNumbers: [
		{ id: '700111222333444', displayPhoneNumber: '15550100200', verifiedName: 'Example Shop', countryCode: '1' },
		{
			id: '700111222333445',
			displayPhoneNumber: '15550100201',
			verifiedName: 'Example Shop Support',
			countryCode: '1',
		},
	],
	appId: '600100200300400',
	appName: 'Example Shop App',
	appSecret: 'sandbox-app-secret',
	accessToken: 'sandbox-access-token',
	customers: [
		{ name: 'Ana Example', phone: '15550123456', userId: 'US.90817263540918273645', country: 'US', language: 'en-US' },
		{ name: 'Ben Example', phone: '15550123457', userId: 'US.90817263540918273646', country: 'US', language: 'en-US' },
		{ name: 'Caio Exemplo', phone: '551155501234', userId: 'BR.90817263540918273647', country: 'BR', language: 'pt-BR' },
		{ name: 'Jörg Beispiel', phone: '491713920001', userId: 'DE.90817263540918273648', country: 'DE', language: 'de-DE' },
		{
			name: 'Uma Username',
			userId: 'GB.90817263540918273649',
			hiddenPhone: '447700900649',
			username: 'uma.example',
			country: 'GB',
			language: 'en-GB',
		},
		{
			name: 'Luz Ejemplo',
			phone: '5215550001234',
			userId: 'MX.90817263540918273650',
			country: 'MX',
			language: 'es-MX',
		},
		{ name: 'نور مثال', phone: '966500001234', userId: 'SA.90817263540918273651', country: 'SA', language: 'ar-SA' },
		{ name: 'Priya Udaharan', phone: '919000001234', userId: 'IN.90817263540918273652', country: 'IN', language: 'hi-IN' },
		{
			name: 'Haruka Mihon',
			userId: 'JP.90817263540918273653',
			hiddenPhone: '819000001234',
			username: 'haruka.example',
			country: 'JP',
			language: 'ja-JP',
		},
	],
	groups: [{ id: 'R1JPVVAtRVhBTVBMRS0x', subject: 'Example group', participants: ['15550123456', '15550123457'] }],
};
