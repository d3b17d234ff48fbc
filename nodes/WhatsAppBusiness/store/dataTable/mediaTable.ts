import type { IDataObject, IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { runDataTableStep } from './dataTableStep';
import type { TableDefinition } from './table';

/** Files that Meta has, by content and number. Names are stored: they never change once shipped. */
export const MEDIA_TABLE: TableDefinition = {
	name: 'whatsapp_media_uploads',
	columns: [
		{ name: 'fileHash', type: 'string' },
		{ name: 'phoneNumberId', type: 'string' },
		{ name: 'mimeType', type: 'string' },
		{ name: 'fileName', type: 'string' },
		{ name: 'mediaId', type: 'string' },
		{ name: 'expiresAt', type: 'date' },
	],
	isGuarded: false,
};

/** Meta keeps an upload for 30 days (cloud-api 2); a day less, so that none expires between look-up and delivery. */
const LIFE_MS = 29 * 24 * 60 * 60 * 1000;

/** What tells one upload from another. */
interface UploadKey {
	fileHash: string;
	phoneNumberId: string;
	mimeType: string;
	/** Empty when the name did not matter. */
	fileName: string;
}

/** The row of the item's key. The values come as data: in the parameters, a file named `={{ … }}` would be evaluated. */
const MATCHING: INodeParameters = {
	matchType: 'allConditions',
	filters: {
		conditions: ['fileHash', 'phoneNumberId', 'mimeType', 'fileName'].map((keyName) => ({
			keyName,
			condition: 'eq',
			keyValue: `={{ $json.${keyName} }}`,
		})),
	},
};

function timeOf(value: unknown): number {
	return value instanceof Date ? value.getTime() : Date.parse(String(value ?? ''));
}

/**
 * Media IDs of earlier uploads in n8n's Data Table `whatsapp_media_uploads`. It may be emptied or deleted at any time: it
 * is made anew, and the files are uploaded again.
 */
export class MediaTable {
	private made: Promise<string> | undefined;

	constructor(private readonly n8n: IExecuteFunctions) {}

	/** The media ID of the same file at the same number, unless it has expired. */
	async find(key: UploadKey): Promise<string | undefined> {
		const rows = await this.onTable({ parameters: { operation: 'get', returnAll: true, ...MATCHING }, row: { ...key } });
		const now = Date.now();
		const live = rows.find((row) => timeOf(row.expiresAt) > now);
		return typeof live?.mediaId === 'string' && live.mediaId !== '' ? live.mediaId : undefined;
	}

	/** Remembers an upload for 29 days, over the one that was remembered for the same file. */
	async put({ mediaId, ...key }: UploadKey & { mediaId: string }): Promise<void> {
		const expiresAt = new Date(Date.now() + LIFE_MS).toISOString();
		await this.onTable({
			parameters: {
				operation: 'upsert',
				...MATCHING,
				columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
				options: {},
			},
			row: { ...key, mediaId, expiresAt },
		});
	}

	private async onTable(step: { parameters: INodeParameters; row: IDataObject }): Promise<IDataObject[]> {
		this.made ??= this.make();
		const value = await this.made;
		return await runDataTableStep(this.n8n, {
			parameters: { resource: 'row', dataTableId: { __rl: true, mode: 'id', value }, ...step.parameters },
			rows: [step.row],
		});
	}

	private async make(): Promise<string> {
		const { name, columns } = MEDIA_TABLE;
		const [table] = await runDataTableStep(this.n8n, {
			parameters: {
				resource: 'table',
				operation: 'create',
				tableName: name,
				columns: { column: columns.map((column) => ({ ...column })) },
				options: { createIfNotExists: true },
			},
		});
		return String(table?.id ?? '');
	}
}
