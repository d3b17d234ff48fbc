import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { arrayOf, isJsonObject, numberOf, textOf } from '../../../../core/shared/json';
import type { CollectionName } from '../collections';
import { PAGE_SIZE, type ListQuestion, type Page, type Query, type RecordStore, type Removal, type Row, type Write } from '../recordStore';
import { CONTRACT, contractName, toRow, toStored, type StoreRequest } from './contract';

/** Records per call: a request of this size stays below a few megabytes. */
const RECORDS_PER_CALL = 5_000;

type Body = StoreRequest extends infer Request ? (Request extends StoreRequest ? Omit<Request, 'contract' | 'now'> : never) : never;

/** The contact record behind a workflow of the operator's, by the contract of docs/store-workflow.md. */
export class WorkflowStore implements RecordStore {
	constructor(
		private readonly n8n: IExecuteFunctions,
		private readonly workflowId: string,
	) {}

	async find(queries: readonly Query[]): Promise<Row[][]> {
		const asked = queries.map(({ collection, by, values }) => ({
			collection: contractName(collection),
			by,
			values: [...new Set(values)],
		}));
		if (asked.every(({ values }) => values.length === 0)) return queries.map(() => []);
		const { answers } = await this.call({ verb: 'find', queries: asked });
		if (!Array.isArray(answers) || answers.length !== queries.length) {
			throw this.failure(`"answers" must be a list of ${queries.length} lists`);
		}
		return queries.map(({ collection }, index) => this.rowsOf(collection, answers[index]));
	}

	async put({ collection, rows }: Write): Promise<void> {
		for (let start = 0; start < rows.length; start += RECORDS_PER_CALL) {
			const records = rows.slice(start, start + RECORDS_PER_CALL).map((row) => toStored(collection, row));
			const answer = await this.call({ verb: 'put', collection: contractName(collection), records });
			if (answer.ok !== true) throw this.failure('the answer to "put" must have "ok": true');
		}
	}

	async claim(claim: { collection: CollectionName; rows: readonly Row[]; now: number }): Promise<Row[]> {
		const { collection, now } = claim;
		const standing: Row[] = [];
		for (let start = 0; start < claim.rows.length; start += RECORDS_PER_CALL) {
			const records = claim.rows.slice(start, start + RECORDS_PER_CALL).map((row) => toStored(collection, row));
			const answer = await this.call({ verb: 'claim', collection: contractName(collection), records }, now);
			const rows = this.rowsOf(collection, answer.rows);
			if (rows.length !== records.length) {
				throw this.failure(`"rows" must have ${records.length} records, one for each that was claimed, not ${rows.length}`);
			}
			standing.push(...rows);
		}
		return standing;
	}

	async list({ collection, where = {}, after = '', limit = PAGE_SIZE }: ListQuestion): Promise<Page> {
		const answer = await this.call({
			verb: 'list',
			collection: contractName(collection),
			where: { ...where },
			after,
			limit: Math.min(limit, PAGE_SIZE),
		});
		const next = typeof answer.next === 'number' ? String(answer.next) : textOf(answer.next);
		return { rows: this.rowsOf(collection, answer.rows), ...(next === undefined ? {} : { next }) };
	}

	async remove({ collection, keys, contacts, expiredBefore }: Removal): Promise<number> {
		if (keys === undefined && contacts === undefined && expiredBefore === undefined) return 0;
		const answer = await this.call({
			verb: 'remove',
			collection: contractName(collection),
			keys: keys ?? null,
			contacts: contacts ?? null,
			expiredBefore: expiredBefore ?? null,
		});
		const removed = numberOf(answer.removed);
		if (removed === undefined) throw this.failure('the answer to "remove" must have a number "removed"');
		return removed;
	}

	async test(): Promise<{ name: string }> {
		const answer = await this.call({ verb: 'test' });
		if (answer.contract !== CONTRACT) {
			throw this.failure(`it speaks contract ${String(answer.contract)}, and this version of the node speaks ${CONTRACT}`);
		}
		return { name: textOf(answer.name) ?? 'Store workflow' };
	}

	private rowsOf(collection: CollectionName, list: unknown): Row[] {
		return arrayOf(list).map((value) => {
			const row = toRow(collection, value);
			if (row === undefined) throw this.failure('a record must be an object');
			return row;
		});
	}

	private async call(body: Body, now = Date.now()): Promise<IDataObject> {
		if (this.workflowId === '') {
			throw new NodeOperationError(this.n8n.getNode(), 'The credential names no store workflow', {
				description: 'Fill in Store Workflow ID in the credential, or set Contact Record to n8n Data Tables.',
			});
		}
		const request: StoreRequest = { contract: CONTRACT, now: new Date(now).toISOString(), ...body };
		let answer: IDataObject | undefined;
		try {
			// The whole as text, too: to write one of an item's fields takes n8n no time, to make a text of a large item a tenth of a second.
			const items = [{ json: { ...request, text: JSON.stringify(request) } as unknown as IDataObject }];
			const result = await this.n8n.executeWorkflow({ id: this.workflowId }, items);
			const json = result.data[0]?.[0]?.json;
			// A database node gives its answer in a column; to unwrap it there would take another node.
			answer = isJsonObject(json?.answer) ? (json.answer as IDataObject) : json;
		} catch (error) {
			throw this.failure(error instanceof Error ? error.message : String(error));
		}
		if (answer === undefined) throw this.failure('it gave no item back');
		if (answer.error !== undefined) throw this.failure(textOf(answer.error) ?? JSON.stringify(answer.error));
		return answer;
	}

	private failure(reason: string): NodeOperationError {
		return new NodeOperationError(this.n8n.getNode(), `The store workflow could not be used: ${reason}`, {
			description: `The credential names workflow ${this.workflowId} as the keeper of the contact record. Check it with the operation Contact > Test Store. Nothing is taken as allowed meanwhile.`,
		});
	}
}
