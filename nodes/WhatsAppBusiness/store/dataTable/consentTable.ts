import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeParameters } from 'n8n-workflow';
import {
	CONSENT_CATEGORIES,
	CONSENT_STATES,
	type ConsentCategory,
	type ConsentRecord,
	type ConsentState,
} from '../../../../core/consent/record';
import { canonicalDigits, spellings } from '../../../../core/phone/contactKey';
import type { ConsentStore } from '../consentStore';
import { runDataTableStep } from './dataTableStep';
import { forgetTable, tableId, type TableDefinition } from './table';

/** The operator sees and edits it in n8n under Data Tables. Names are stored: they never change once shipped. */
export const CONSENT_TABLE: TableDefinition = {
	name: 'whatsapp_consent',
	columns: [
		{ name: 'contactKey', type: 'string' },
		{ name: 'phone', type: 'string' },
		{ name: 'userId', type: 'string' },
		{ name: 'category', type: 'string' },
		{ name: 'state', type: 'string' },
		{ name: 'reason', type: 'string' },
		{ name: 'source', type: 'string' },
		{ name: 'messageId', type: 'string' },
		{ name: 'recordedAt', type: 'date' },
		{ name: 'until', type: 'date' },
	],
};

/** n8n joins conditions by OR in one expression, of which SQLite takes a depth of 1000. */
const CONDITIONS_PER_QUERY = 900;

/**
 * Rows that a person wrote: `+1 (555) 012-3456` is no digits, and n8n compares exactly. They are read with every search and
 * matched by what they mean. BSUIDs have a dot, so a dot tells something in a phone only.
 */
const WRITTEN_BY_HAND = [
	...['+%', '00%', '% %', '%-%', '%(%'].flatMap((keyValue) => [
		{ keyName: 'contactKey', condition: 'like', keyValue },
		{ keyName: 'phone', condition: 'like', keyValue },
	]),
	{ keyName: 'phone', condition: 'like', keyValue: '%.%' },
];

function conditionsFor(contactKey: string): Array<(typeof WRITTEN_BY_HAND)[number]> {
	if (!/^\d+$/.test(contactKey)) {
		return ['contactKey', 'userId'].map((keyName) => ({ keyName, condition: 'eq', keyValue: contactKey }));
	}
	return spellings(contactKey).flatMap((keyValue) =>
		['contactKey', 'phone'].map((keyName) => ({ keyName, condition: 'eq', keyValue })),
	);
}

/** A phone or BSUID as it is compared; what is neither stays as it is and matches nobody. */
function keyOf(written: string): string {
	if (/^\d+$/.test(written)) return canonicalDigits(written.replace(/^00/, ''));
	const digits = written.replace(/[\s().+/-]/g, '');
	return /^\d+$/.test(digits) ? canonicalDigits(digits.replace(/^00/, '')) : written;
}

/** A cell as text; n8n gives dates as Date objects. */
function text(value: unknown): string {
	if (value instanceof Date) return value.toISOString();
	return value === null || value === undefined ? '' : String(value).trim();
}

/**
 * A row as a record. Operators edit rows by hand: a state or category that is neither of ours is read in the way that
 * sends least (an unknown state is an opt-out, an unknown category covers everything); without a time of the decision,
 * that of the edit counts.
 */
function toRecord(row: IDataObject): ConsentRecord {
	const state = text(row.state).toLowerCase();
	const category = text(row.category).toLowerCase();
	return {
		contactKey: keyOf(text(row.contactKey)),
		phone: keyOf(text(row.phone)),
		userId: text(row.userId),
		category: CONSENT_CATEGORIES.find((known) => known === category) ?? 'all',
		state: CONSENT_STATES.find((known) => known === state) ?? 'opted_out',
		reason: text(row.reason),
		source: text(row.source),
		messageId: text(row.messageId),
		recordedAt: text(row.recordedAt) || text(row.updatedAt),
		until: text(row.until),
	};
}

function toRow(record: ConsentRecord): IDataObject {
	return { ...record, until: record.until === '' ? null : record.until };
}

/** Consent records in n8n's Data Table `whatsapp_consent`. */
export class ConsentTable implements ConsentStore {
	constructor(private readonly n8n: IExecuteFunctions) {}

	async find(contacts: ReadonlyArray<{ contactKey: string }>): Promise<ConsentRecord[]> {
		const keys = [...new Set(contacts.map(({ contactKey }) => contactKey))];
		const rows: IDataObject[] = [];
		const all = keys.length === 0 ? [] : [...WRITTEN_BY_HAND, ...keys.flatMap(conditionsFor)];
		for (let start = 0; start < all.length; start += CONDITIONS_PER_QUERY) {
			const conditions = all.slice(start, start + CONDITIONS_PER_QUERY);
			rows.push(
				...(await this.onTable({
					parameters: { operation: 'get', matchType: 'anyCondition', filters: { conditions }, returnAll: true },
				})),
			);
		}
		return rows.map(toRecord);
	}

	async put(records: readonly ConsentRecord[]): Promise<void> {
		await this.onTable({
			parameters: {
				operation: 'upsert',
				matchType: 'allConditions',
				filters: {
					conditions: ['contactKey', 'category'].map((keyName) => ({
						keyName,
						condition: 'eq',
						keyValue: `={{ $json.${keyName} }}`,
					})),
				},
				columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
				options: {},
			},
			rows: records.map(toRow),
		});
	}

	async list(filter: { state?: ConsentState; category?: ConsentCategory; limit?: number }): Promise<ConsentRecord[]> {
		const conditions = (['state', 'category'] as const).flatMap((keyName) => {
			const keyValue = filter[keyName];
			return keyValue === undefined ? [] : [{ keyName, condition: 'eq', keyValue }];
		});
		const rows = await this.onTable({
			parameters: {
				operation: 'get',
				matchType: 'allConditions',
				filters: { conditions },
				...(filter.limit === undefined ? { returnAll: true } : { returnAll: false, limit: filter.limit }),
				orderBy: true,
				orderByColumn: 'recordedAt',
				orderByDirection: 'DESC',
			},
		});
		return rows.map(toRecord);
	}

	/**
	 * A remembered table ID may be stale (deleted and made again), and another workflow may make the table while we look for
	 * it: a failed step is tried once more with a fresh look.
	 */
	private async onTable(step: { parameters: INodeParameters; rows?: IDataObject[] }): Promise<IDataObject[]> {
		for (let attempt = 1; ; attempt++) {
			try {
				const id = await tableId(this.n8n, CONSENT_TABLE);
				return await runDataTableStep(this.n8n, {
					parameters: { resource: 'row', dataTableId: { __rl: true, mode: 'id', value: id }, ...step.parameters },
					rows: step.rows,
				});
			} catch (error) {
				forgetTable(this.n8n, CONSENT_TABLE.name);
				if (attempt === 2) throw this.storeFailure(error);
			}
		}
	}

	private storeFailure(error: unknown): NodeOperationError {
		if (error instanceof NodeOperationError && error.node.id === this.n8n.getNode().id) return error;
		const said = error instanceof Error ? error.message : String(error);
		return new NodeOperationError(this.n8n.getNode(), `The consent table could not be used: ${said}`, {
			description: `Open Data Tables in n8n and look at "${CONSENT_TABLE.name}": its columns must be ${CONSENT_TABLE.columns
				.map(({ name }) => name)
				.join(', ')}. Nothing is taken as allowed meanwhile.`,
		});
	}
}
