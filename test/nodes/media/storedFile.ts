import type { IBinaryData } from 'n8n-workflow';
import { fileOf, type Bench } from '../setup';

/** A file in n8n's binary storage, put there by Download. What the sandbox has recorded is forgotten afterwards. */
export async function storedFile(bench: Bench, file: { bytes: Buffer; mimeType: string }): Promise<IBinaryData> {
	const given = [{ json: {}, binary: { data: fileOf(file) } }];
	const uploaded = await bench.run({ resource: 'media', operation: 'upload', items: given });
	const { outputs, error } = await bench.run({
		resource: 'media',
		operation: 'download',
		parameters: { mediaId: String(uploaded.outputs[0]?.[0]?.json.mediaId) },
	});
	const binary = outputs[0]?.[0]?.binary?.data;
	if (binary === undefined) throw new Error(`The file was not stored: ${error?.message}`);
	await bench.control('/reset', {});
	return binary;
}
