import { InvalidInput } from '../../../../core/errors/invalidInput';
import { differencesOf } from '../../../../core/template/pack/compare';
import { inLanguages, readDefinitions } from '../../../../core/template/pack/definitions';
import { creatable, sampleSlots, withSamples } from '../../../../core/template/pack/sampleSlots';
import { OWN_SAMPLES } from '../../../../core/template/pack/samples';

const field = 'Templates (JSON)';
const hello = { name: 'hello', language: 'en_US', category: 'UTILITY', components: [{ type: 'BODY', text: 'Hello there.' }] };

describe('definitions', () => {
	test('are read from a list, one definition, an object around a list, and text', () => {
		for (const value of [[hello], hello, { templates: [hello] }, { data: [hello] }, JSON.stringify([hello]), `\ufeff${JSON.stringify(hello)}`]) {
			expect(readDefinitions({ value, field })).toEqual([hello]);
		}
	});

	test('name what cannot be read', () => {
		expect(() => readDefinitions({ value: '{', field })).toThrow(/Templates \(JSON\): is no JSON/);
		expect(() => readDefinitions({ value: '[]', field })).toThrow(InvalidInput);
		expect(() => readDefinitions({ value: 7, field })).toThrow(InvalidInput);
		expect(() => readDefinitions({ value: [hello, { name: 'x' }, 'y'], field })).toThrow('entry 2 has no language. Templates (JSON): entry 3 has no name and no language');
	});

	test('can be taken in some languages', () => {
		const all = ['en_US', 'pt_BR', 'pt_PT', 'es'].map((language) => ({ ...hello, language }));
		const taken = (languages: string[]) => inLanguages(all, { languages, field: 'Only Languages' }).map(({ language }) => language);
		expect(taken([])).toHaveLength(4);
		expect(taken(['PT', 'es'])).toEqual(['pt_BR', 'pt_PT', 'es']);
		expect(taken(['pt_br'])).toEqual(['pt_BR']);
		expect(() => taken(['de'])).toThrow('none of de is among en_US, pt_BR, pt_PT, es');
	});
});

describe('comparison', () => {
	const button = { type: 'URL', text: 'Track', url: 'https://shop.example/{{1}}', example: ['https://shop.example/1'] };
	const ours = { ...hello, parameter_format: 'POSITIONAL', components: [...hello.components, { type: 'BUTTONS', buttons: [button] }] };

	test('leaves samples, spelling of types and what Meta adds aside', () => {
		const existing = {
			...hello,
			id: '1',
			status: 'APPROVED',
			components: [
				{ type: 'body', text: 'Hello there.', example: { body_text: [['x']] } },
				{ buttons: [{ url: button.url, type: 'url', text: 'Track' }], type: 'BUTTONS' },
			],
		};
		expect(differencesOf({ definition: ours, existing })).toEqual([]);
	});

	test('names the parts that differ', () => {
		const existing = { ...hello, category: 'MARKETING', components: [{ type: 'BODY', text: 'Hello you.' }, { type: 'FOOTER', text: 'Shop' }] };
		expect(differencesOf({ definition: ours, existing })).toEqual(['BODY', 'BUTTONS', 'FOOTER', 'category']);
		const named = { ...hello, components: [{ type: 'BODY', text: 'Hello {{name}} there.' }] };
		expect(differencesOf({ definition: hello, existing: named })).toEqual(['BODY', 'parameter_format']);
	});
});

describe('samples', () => {
	const header = (format: string, handle?: string) => ({ type: 'HEADER', format, ...(handle === undefined ? {} : { example: { header_handle: [handle] } }) });
	const carousel = { type: 'CAROUSEL', cards: [{ components: [header('image'), { type: 'BODY', text: 'One' }] }, { components: [header('VIDEO', 'https://x.example/a.mp4')] }] };
	const definition = { ...hello, components: [header('DOCUMENT', '4::sample-invoice-pdf'), carousel] };

	test('are missed where a header has no handle, a placeholder or an address', () => {
		expect(sampleSlots(definition)).toEqual([{ format: 'DOCUMENT' }, { format: 'IMAGE' }, { format: 'VIDEO', url: 'https://x.example/a.mp4' }]);
		expect(sampleSlots({ ...hello, components: [header('TEXT'), header('LOCATION'), header('IMAGE', '4::aW1hZ2UvcG5n:ARZx')] })).toEqual([]);
	});

	test('are put in their places, and nothing else is changed', () => {
		const handles = new Map([
			['DOCUMENT', '4::d'],
			['IMAGE', '4::i'],
			['https://x.example/a.mp4', '4::v'],
		]);
		const filled = withSamples(definition, handles);
		expect(sampleSlots(filled)).toEqual([]);
		expect(JSON.stringify(filled).match(/4::[div]/g)).toEqual(['4::d', '4::i', '4::v']);
		expect(definition.components[0]).toEqual(header('DOCUMENT', '4::sample-invoice-pdf'));
		expect(creatable({ ...definition, id: '1', status: 'APPROVED', quality_score: {} })).toEqual(definition);
	});

	test('of our own are what they say', () => {
		const head = (format: keyof typeof OWN_SAMPLES) => Buffer.from(OWN_SAMPLES[format].data, 'base64').toString('latin1').slice(0, 12);
		expect(head('IMAGE')).toContain('PNG');
		expect(head('DOCUMENT')).toContain('%PDF-1.4');
		expect(head('VIDEO')).toContain('ftyp');
		expect(OWN_SAMPLES.GIF.mimeType).toBe('video/mp4');
	});
});
