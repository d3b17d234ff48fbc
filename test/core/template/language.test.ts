import { chooseTranslation, type LanguageChoice, type Translation } from '../../../core/template/language';
import { problemsOf } from '../message/problemsOf';

function choose(languages: string, choice: LanguageChoice) {
	const translations = languages.split(' ').map((entry): Translation => {
		const [language = '', status = 'APPROVED'] = entry.split('=');
		return { language, status };
	});
	const { translation, isFallback } = chooseTranslation({ name: 'hello', translations, choice });
	return isFallback ? `${translation.language} (fallback)` : translation.language;
}

const any = (preferred: string | undefined, order: string[] = [], last?: string): LanguageChoice => ({
	preferred,
	fallback: { order, last },
});

test.each([
	['the preferred one', 'en_US pt_BR', { preferred: 'pt_BR' }, 'pt_BR'],
	['as people write it', 'en_US pt_BR', { preferred: 'pt-br' }, 'pt_BR'],
	['the only one', 'en_US', {}, 'en_US'],
	['the preferred one, though others are allowed', 'pt pt_BR', any('pt_BR'), 'pt_BR'],
	['its base', 'en_US pt', any('pt_BR'), 'pt (fallback)'],
	['a region of it', 'en_US pt_BR', any('pt'), 'pt_BR (fallback)'],
	['another region', 'en_US pt_PT', any('pt_BR'), 'pt_PT (fallback)'],
	['the base before another region', 'pt_PT pt', any('pt_BR'), 'pt (fallback)'],
	['the list in its order', 'de en_US es', any('pt', ['es', 'de']), 'es (fallback)'],
	['the base of a listed one', 'de en', any('pt', ['en_GB', 'de']), 'en (fallback)'],
	['no other region of a listed one', 'de en_US', any('pt', ['en_GB', 'de']), 'de (fallback)'],
	['the last', 'en_US fr', any('pt', ['es'], 'en_US'), 'en_US (fallback)'],
	['one that is approved', 'pt_BR=PAUSED pt=PENDING es', any('pt_BR', ['es']), 'es (fallback)'],
	['a listed one without a preferred one', 'de es', any(undefined, ['es']), 'es (fallback)'],
])('takes %s', (_, languages, choice, expected) => {
	expect(choose(languages, choice)).toBe(expected);
});

test('takes a translation whose status is not known', () => {
	const translations = [{ language: 'de' }];
	expect(chooseTranslation({ name: 'hello', translations, choice: {} }).translation).toBe(translations[0]);
	expect(chooseTranslation({ name: 'hello', translations, choice: any('fr', ['de']) }).isFallback).toBe(true);
});

test.each([
	['another language, when none is allowed', 'en_US', { preferred: 'pt' }, '"hello" has no language "pt"; it exists in en_US'],
	['the base, when none is allowed', 'pt', { preferred: 'pt_BR' }, '"hello" has no language "pt_BR"; it exists in pt'],
	['an open choice', 'de en_US', {}, '"hello" exists in de, en_US: write it as hello|language'],
	['one that is not approved', 'de=PAUSED', { preferred: 'de' }, '"hello" (de) is PAUSED; only approved templates can be sent'],
	['nothing that fits', 'de fr=PAUSED', any('pt', ['es', 'fr']), '"hello" has none of pt, es, fr approved; it exists in de, fr'],
	['nothing to fall back on', 'de fr', any(undefined), '"hello" has no language to fall back on approved; it exists in de, fr'],
])('refuses %s', (_, languages, choice, message) => {
	expect(problemsOf(() => choose(languages, choice))).toEqual([{ field: 'Template', message }]);
});

test('refuses what does not exist', () => {
	expect(problemsOf(() => chooseTranslation({ name: 'hello', translations: [], choice: {} }))).toEqual([
		{ field: 'Template', message: '"hello" does not exist in this WhatsApp Business Account' },
	]);
});
