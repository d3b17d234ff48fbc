import type { INodeProperties } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import type { JsonObject } from '../../../../core/shared/json';
import { inLanguages, readDefinitions } from '../../../../core/template/pack/definitions';
import { withOwnShop } from '../../../../core/template/pack/ownShop';
import { packTitle, PACKS } from '../../../../core/template/pack/packs';
import { packSource } from '../../properties/templatePack';
import type { OperationContext } from '../../shared/operation';
import { readObject, readString, textOf } from '../../shared/parameters';
import { chunksOfFile, readInputFile } from '../../transport/media';

const PACK_OPTIONS = Object.keys(PACKS)
	.map((value) => ({ name: packTitle(value), value }))
	.sort((a, b) => a.name.localeCompare(b.name));

/** The fields that say which templates are meant. */
export function packFields(more?: Parameters<typeof packSource>[0]['more']): INodeProperties[] {
	return packSource({ packs: PACK_OPTIONS, ...(more === undefined ? {} : { more }) });
}

async function readFile(context: OperationContext): Promise<string> {
	const binaryField = readString(context.n8n, { name: 'binaryField', itemIndex: context.itemIndex });
	const chunks: Uint8Array[] = [];
	for await (const chunk of chunksOfFile(await readInputFile(context, binaryField))) chunks.push(chunk);
	return Buffer.concat(chunks).toString('utf8');
}

async function readSource(context: OperationContext, source: string): Promise<JsonObject[]> {
	const { n8n, itemIndex } = context;
	if (source === 'json') return readDefinitions({ value: n8n.getNodeParameter('templatesJson', itemIndex, ''), field: 'Templates (JSON)' });
	if (source === 'file') return readDefinitions({ value: await readFile(context), field: 'Input Binary Field' });
	if (source !== 'journey') throw new InvalidInput([{ field: 'Templates From', message: `"${source}" is none of file, journey, json` }]);
	const pack = readString(n8n, { name: 'pack', itemIndex });
	if (Object.hasOwn(PACKS, pack)) return readDefinitions({ value: PACKS[pack], field: 'Journey' });
	throw new InvalidInput([{ field: 'Journey', message: `"${pack}" is none of ${Object.keys(PACKS).join(', ')}` }]);
}

/**
 * The definitions that the fields of `packFields` name, in the languages that the options leave, with the shop that
 * they name.
 *
 * @throws InvalidInput naming the field
 */
export async function readPack(context: OperationContext, source: string): Promise<JsonObject[]> {
	const { n8n, itemIndex } = context;
	const definitions = await readSource(context, source);
	const options = readObject(n8n, { name: 'options', itemIndex });
	const languages = (textOf(options.languages) ?? '')
		.split(',')
		.map((language) => language.trim())
		.filter((language) => language !== '');
	const taken = inLanguages(definitions, { languages, field: 'Only Languages' });
	return withOwnShop(taken, { address: textOf(options.shopAddress), name: textOf(options.shopName), tracking: textOf(options.trackingAddress) });
}
