/** A contact card as the form gives it; every text may be blank. */
export interface ContactCard {
	fullName: string;
	firstName?: string;
	lastName?: string;
	middleName?: string;
	prefix?: string;
	suffix?: string;
	phones?: ReadonlyArray<{ phone: string; type?: string; waId?: string }>;
	emails?: ReadonlyArray<{ email: string; type?: string }>;
	addresses?: readonly ContactAddress[];
	company?: string;
	department?: string;
	jobTitle?: string;
	urls?: ReadonlyArray<{ url: string; type?: string }>;
	/** ISO date or time, of which the date as it is written counts. */
	birthday?: unknown;
}

export interface ContactAddress {
	street?: string;
	city?: string;
	state?: string;
	zip?: string;
	country?: string;
	/** Two letters. */
	countryCode?: string;
	type?: string;
}

/** A contact card as Meta takes it (cloud-api 1.3). */
export interface ContactObject {
	name: {
		formatted_name: string;
		first_name?: string;
		last_name?: string;
		middle_name?: string;
		prefix?: string;
		suffix?: string;
	};
	phones?: Array<{ phone: string; type?: string; wa_id?: string }>;
	emails?: Array<{ email: string; type?: string }>;
	addresses?: Array<Omit<ContactAddress, 'countryCode'> & { country_code?: string }>;
	org?: { company?: string; department?: string; title?: string };
	urls?: Array<{ url: string; type?: string }>;
	birthday?: string;
}
