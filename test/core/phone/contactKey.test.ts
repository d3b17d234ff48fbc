import { canonicalDigits, spellings } from '../../../core/phone/contactKey';

test.each([
	['Brazil with the ninth digit', '5511987654321', '551187654321'],
	['Brazil without it', '551187654321', '551187654321'],
	['Mexico with the 1', '5215512345678', '525512345678'],
	['Mexico without it', '525512345678', '525512345678'],
	['Argentina with the 9', '5491112345678', '541112345678'],
	['Argentina without it', '541112345678', '541112345678'],
	['another country', '15550123456', '15550123456'],
	['a Brazilian number with another digit there', '5511887654321', '5511887654321'],
	['a Brazilian number without an area code', '5510987654321', '5510987654321'],
	['a longer number that starts like Mexico', '52155123456789', '52155123456789'],
	['a shorter number that starts like Argentina', '549111234567', '549111234567'],
])('%s', (_, digits, canonical) => {
	expect(canonicalDigits(digits)).toBe(canonical);
});

test.each([
	['551187654321', ['551187654321', '5511987654321']],
	['525512345678', ['525512345678', '5215512345678']],
	['541112345678', ['541112345678', '5491112345678']],
	['15550123456', ['15550123456']],
	['US.123', ['US.123']],
])('%s is also written %j, and each of these is found under it', (canonical, all) => {
	expect(spellings(canonical)).toEqual(all);
	expect(spellings(canonical).map(canonicalDigits)).toEqual(all.map(() => canonical));
});
