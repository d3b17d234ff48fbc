import { COLLECTIONS, type CollectionName } from '../../../nodes/WhatsAppBusiness/store/collections';
import { newProject as plainProject, type Project } from '../optOut/consent';

const DATES = new Set(
	Object.values(COLLECTIONS).flatMap(({ columns }) => columns.filter(({ type }) => type === 'date').map(({ name }) => name as string)),
);

/** A project whose Data Tables give dates as n8n's do: as Date objects. */
export function newProject(): Project {
	const project = plainProject();
	return {
		...project,
		subworkflow: async (info, items) => {
			const outputs = await project.tables.subworkflow(info, items);
			return outputs.map((output) => output?.map((item) => ({ ...item, json: withDates(item.json) as never })) ?? null);
		},
	};
}

function withDates(row: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(row).map(([key, value]) => [key, DATES.has(key) && typeof value === 'string' ? new Date(value) : value]),
	);
}

/** Puts records into a collection's table, which is made with them. */
export function keep(project: Project, { collection, rows }: { collection: CollectionName; rows: Array<Record<string, unknown>> }): void {
	const { table, columns } = COLLECTIONS[collection];
	project.tables.create({ name: table, columns: [...columns], rows });
}

/** The records of a collection. */
export function recordsOf(project: Project, collection: CollectionName): Array<Record<string, unknown>> {
	return project.tables.rows(COLLECTIONS[collection].table) ?? [];
}
