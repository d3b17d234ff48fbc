import { InvalidInput } from '../../errors/invalidInput';
import { isJsonObject, type JsonObject } from '../../shared/json';

const EXAMPLE_HOST = 'sunny-shop.example';
const EXAMPLE_SHOP = `https://${EXAMPLE_HOST}`;
const EXAMPLE_NAME = 'Sunny Shop';
/** What stands before a tracking number in the journeys. */
const EXAMPLE_TRACKING = [`${EXAMPLE_SHOP}/webhook/tracking-page?t=`, `https://tracking.${EXAMPLE_HOST}/t/`];

/** A shop, in the place of the one that the journeys' templates are written for; what is left out stays. */
export interface OwnShop {
	/** Such as `https://shop.example.com`. */
	address?: string;
	name?: string;
	/** What stands before the tracking number, such as `https://n8n.example.com/webhook/tracking-page?t=`. */
	tracking?: string;
}

function checkAddresses({ address, tracking }: OwnShop): void {
	const wrong = Object.entries({ 'Shop Address': address, 'Tracking Address': tracking }).filter(
		([, value]) => value !== undefined && !/^https?:\/\/[^\s/{}]+\S*$/.test(value),
	);
	if (wrong.length === 0) return;
	throw new InvalidInput(wrong.map(([field, value]) => ({ field, message: `"${value}" is no address that begins with https://` })));
}

function replaced(value: unknown, pairs: ReadonlyArray<readonly [string, string]>): unknown {
	if (typeof value === 'string') return pairs.reduce((text, [example, own]) => text.replaceAll(example, () => own), value);
	if (Array.isArray(value)) return value.map((each) => replaced(each, pairs));
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, pairs)]));
}

/**
 * Template definitions with the name and the addresses of one's own shop, in texts, buttons and samples.
 *
 * @throws {InvalidInput} when an address is none
 */
export function withOwnShop(definitions: readonly JsonObject[], own: OwnShop): JsonObject[] {
	checkAddresses(own);
	const { address, name, tracking } = own;
	const base = address?.replace(/\/+$/, '');
	const pairs = [
		// Before the shop's address, with which one of them begins.
		...(tracking === undefined ? [] : EXAMPLE_TRACKING.map((example) => [example, tracking] as const)),
		...(base === undefined ? [] : [[EXAMPLE_SHOP, base] as const, [EXAMPLE_HOST, base.replace(/^https?:\/\/([^/]+).*$/, '$1')] as const]),
		...(name === undefined ? [] : [[EXAMPLE_NAME, name] as const]),
	];
	return definitions.map((definition) => replaced(definition, pairs)).filter(isJsonObject);
}
