import { Problems } from '../errors/invalidInput';
import { checkText } from './check';
import { checkParts, type InteractiveParts } from './interactive';
import { LIMITS } from './limits';

export interface CatalogMessage {
	type: 'interactive';
	interactive: InteractiveParts & {
		type: 'catalog_message';
		action: { name: 'catalog_message'; parameters?: { thumbnail_product_retailer_id: string } };
	};
}

/**
 * A message with a button that opens the shop's whole catalog (cloud-api 1.4). The heading and the button's text are Meta's.
 *
 * @param input.thumbnailProductId product whose picture is shown; Meta takes the catalog's first one when left out
 * @throws {InvalidInput} naming `Body`, `Footer` or `Thumbnail Product ID`
 */
export function buildCatalog(input: { body: string; footer?: string; thumbnailProductId?: string }): CatalogMessage {
	const problems = new Problems();
	const { body, footer } = input;
	const parts = checkParts(problems, { body, footer, maxBody: LIMITS.interactiveBody });
	const thumbnail = checkText(problems, {
		field: 'Thumbnail Product ID',
		value: input.thumbnailProductId,
		optional: true,
	}).trim();
	problems.throwIfAny();
	const parameters = { thumbnail_product_retailer_id: thumbnail };
	return {
		type: 'interactive',
		interactive: {
			type: 'catalog_message',
			...parts,
			action: { name: 'catalog_message', ...(thumbnail !== '' && { parameters }) },
		},
	};
}
