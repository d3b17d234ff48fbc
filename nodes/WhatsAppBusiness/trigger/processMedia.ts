import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { objectOf, textOf, type JsonObject } from '../../../core/shared/json';
import { downloadMedia, type SizeCap } from '../transport/media';

const SIZE_CAP = 'Maximum Media Size (MB)';

const MEGABYTE = 1024 * 1024;

/** What people may send at most (cloud-api 2: documents). */
const DEFAULT_MEGABYTES = 100;

const AT_ONCE = 4;

/**
 * Puts the files of messages into the binary field `data`, streamed. A file that cannot be had takes nothing else along:
 * its item passes on without it, with the reason in `mediaError`.
 */
export async function withMedia(
	n8n: IExecuteFunctions,
	work: { items: INodeExecutionData[]; settings: JsonObject },
): Promise<INodeExecutionData[]> {
	const megabytes = Number(work.settings.maxMediaSize ?? DEFAULT_MEGABYTES);
	const cap = { bytes: Math.floor((megabytes > 0 ? megabytes : DEFAULT_MEGABYTES) * MEGABYTE), field: SIZE_CAP };
	const result: INodeExecutionData[] = [];
	for (let start = 0; start < work.items.length; start += AT_ONCE) {
		const some = work.items.slice(start, start + AT_ONCE);
		result.push(...(await Promise.all(some.map(async (item) => await withFile(n8n, { item, cap })))));
	}
	return result;
}

async function withFile(
	n8n: IExecuteFunctions,
	{ item, cap }: { item: INodeExecutionData; cap: SizeCap },
): Promise<INodeExecutionData> {
	const mediaId = textOf(item.json.mediaId);
	// Media of echoes and of the history belong to the same account, but may be gone (cloud-api 4.5).
	if (mediaId === undefined) return item;
	const fileName = textOf(objectOf(item.json.media).filename);
	try {
		const { binary } = await downloadMedia(n8n, { mediaId, cap, ...(fileName === undefined ? {} : { fileName }) });
		return { ...item, binary: { ...item.binary, data: binary } };
	} catch (error) {
		return { ...item, json: { ...item.json, mediaError: error instanceof Error ? error.message : String(error) } };
	}
}
