import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { firstNameOf } from '../../../core/person/firstName';

const [, ...lines] = readFileSync(path.join(__dirname, '../../fixtures/person/names.tsv'), 'utf8').replace(/\n$/, '').split('\n');

describe('the first name', () => {
	test.each(lines.map((line) => line.split('\t')))('of "%s" (%s)', (fullName = '', country, language, expected) => {
		expect(firstNameOf({ fullName, country, language })).toBe(expected);
	});

	test('follows the language where no country is known', () => {
		expect(firstNameOf({ fullName: 'Nagy Anna', language: 'hu' })).toBe('Anna');
		expect(firstNameOf({ fullName: 'Wang Xiaoming', language: 'zh_CN' })).toBe('Xiaoming');
		expect(firstNameOf({ fullName: 'Nguyen Van An', language: 'vi' })).toBe('An');
	});

	test('never breaks and is never long', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom('', 'BR', 'HU', 'JP', 'VN', 'IN'), (fullName, country) => {
				const first = firstNameOf({ fullName, country });
				return first.length <= 30 && first === first.trim();
			}),
		);
	});
});
