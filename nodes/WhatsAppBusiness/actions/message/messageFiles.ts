import type { IDataObject } from 'n8n-workflow';
import { checkTogether } from '../../shared/checkTogether';
import type { OperationContext } from '../../shared/operation';
import { readObject } from '../../shared/parameters';
import { MediaTable } from '../../store/dataTable/mediaTable';
import { checkMediaInput, resolveFile, type MediaInput, type MediaSource } from '../../transport/media';

export type NamedFiles = Readonly<Record<string, MediaInput>>;

/** @throws InvalidInput with the problems of all files */
export async function checkFiles(context: OperationContext, files: NamedFiles): Promise<void> {
	const checks = Object.entries(files).map(
		([name, file]) => [name, async () => await checkMediaInput(context, file)] as const,
	);
	await checkTogether(Object.fromEntries(checks));
}

async function memoryOf({ n8n, itemIndex, run }: OperationContext): Promise<MediaTable | undefined> {
	const { rememberUploads } = readObject(n8n, { name: 'options', itemIndex });
	if (rememberUploads !== true) return undefined;
	return await run.once('mediaTable', async () => await Promise.resolve(new MediaTable(n8n)));
}

/**
 * Finds or uploads a message's files.
 *
 * @returns each file's source by its name, and for the output item what was uploaded: `mediaId` and `mediaReused` of the
 * only one, or `uploads` by name
 */
export async function resolveFiles(
	context: OperationContext,
	{ files, phoneNumberId }: { files: NamedFiles; phoneNumberId: string },
): Promise<{ sources: Record<string, MediaSource>; report: IDataObject }> {
	if (Object.keys(files).length === 0) return { sources: {}, report: {} };
	const memory = await memoryOf(context);
	const found = await Promise.all(
		Object.entries(files).map(async ([name, file]) => ({
			name,
			...(await resolveFile(context, { ...file, phoneNumberId, memory })),
		})),
	);
	const uploaded = found.filter(({ report }) => report.mediaId !== undefined);
	const [only] = uploaded;
	return {
		sources: Object.fromEntries(found.map(({ name, source }) => [name, source])),
		report:
			uploaded.length > 1
				? { uploads: Object.fromEntries(uploaded.map(({ name, report }) => [name, report])) }
				: { ...only?.report },
	};
}
