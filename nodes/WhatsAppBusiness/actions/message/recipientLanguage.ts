import type { IDataObject } from 'n8n-workflow';
import { validOr } from '../../../../core/errors/together';
import { languageFor } from '../../../../core/person/language';
import { phoneDetails } from '../../../../core/phone/details';
import { parseRecipient } from '../../../../core/phone/recipient';
import type { OperationContext } from '../../shared/operation';
import { textOf } from '../../shared/parameters';

/**
 * The language of the phone's country, for an item whose option Language came out empty: a contact record without a
 * language. Undefined where the option was not added, for user IDs and groups, and where no language is known.
 */
export function recipientLanguage({ n8n, itemIndex }: OperationContext, options: IDataObject): string | undefined {
	if (!('language' in options)) return undefined;
	const value: unknown = n8n.getNodeParameter('to', itemIndex, '');
	const defaultCountry = textOf(options.defaultCountry);
	const recipient = validOr(() => parseRecipient({ value, defaultCountry }), undefined);
	if (recipient?.kind !== 'phone') return undefined;
	const { language } = languageFor({ phoneCountry: phoneDetails(recipient.e164).country, fallback: '' });
	return language === '' ? undefined : language;
}
