import { languageFor } from '../../../core/person/language';

test.each([
	[{ record: 'pt-br', phoneCountry: 'DE', fallback: 'en_US' }, 'pt_BR', 'record'],
	[{ record: 'es', phoneCountry: 'BR', fallback: 'en_US' }, 'es', 'record'],
	[{ record: 'zh-Hant-TW', fallback: 'en_US' }, 'zh_TW', 'record'],
	[{ record: 'no idea', phoneCountry: 'BR', fallback: 'en_US' }, 'pt_BR', 'country'],
	[{ record: '', phoneCountry: 'mx', fallback: 'en_US' }, 'es_MX', 'country'],
	[{ phoneCountry: 'NO', fallback: 'en_US' }, 'nb_NO', 'country'],
	[{ phoneCountry: 'ZZ', fallback: 'en_US' }, 'en_US', 'default'],
	[{ fallback: 'de' }, 'de', 'default'],
])('%j', (known, language, source) => {
	expect(languageFor(known)).toEqual({ language, source });
});
