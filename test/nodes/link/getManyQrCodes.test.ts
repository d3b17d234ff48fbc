import { OTHER_SENDER, SENDER, useSandbox } from '../setup';
import { codesOf } from './codes';

const bench = useSandbox();
const codes = codesOf(bench);

describe('Link and QR Code: Get Many QR Codes', () => {
	test('lists the codes of a number over all pages, or as many as asked', async () => {
		const texts = Array.from({ length: 30 }, (_, index) => `Shelf ${index + 1}`);
		for (const text of texts) await codes.make(text);
		await codes.make('Elsewhere', { phoneNumberId: { __rl: true, mode: 'id', value: OTHER_SENDER } });
		const all = await codes.run('getManyQrCodes', { returnAll: true });
		expect(all.map(({ json }) => json.prefilledMessage)).toEqual(texts);
		expect(all[0]?.json).toEqual({ code: expect.any(String), prefilledMessage: 'Shelf 1', link: expect.stringMatching(/^https:\/\/wa\.me\/message\//), phoneNumberId: SENDER });
		expect(await codes.run('getManyQrCodes', { limit: 2 })).toHaveLength(2);
		const elsewhere = await codes.run('getManyQrCodes', { phoneNumberId: { __rl: true, mode: 'id', value: OTHER_SENDER } });
		expect(elsewhere.map(({ json }) => json.prefilledMessage)).toEqual(['Elsewhere']);
	});
});
