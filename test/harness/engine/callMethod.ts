import { CredentialTestContext, LoadOptionsContext } from 'n8n-core';
import type {
	ICredentialsDecrypted,
	INodeCredentialTestResult,
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';
import { WhatsAppBusinessPlatformApi } from '../../../credentials/WhatsAppBusinessPlatformApi.credentials';
import { engineReady, withLogs } from './core';
import { setStage, type Scene } from './scene';

interface MethodResults {
	listSearch: INodeListSearchResult;
	resourceMapping: ResourceMapperFields;
	loadOptions: INodePropertyOptions[];
	credentialTest: INodeCredentialTestResult;
}

/** One call of a method with which the editor fills a form. */
export interface CallMethodOptions<Group extends keyof MethodResults> extends Scene {
	group: Group;
	/** The method's name in `methods[group]`. */
	name: string;
	/** Path of the field that asks, for fields inside collections. */
	path?: string;
	/** What the editor passes: `[filter, paginationToken]` to a list search. */
	args?: Array<string | undefined>;
}

/**
 * Calls `methods[group][name]` of a node: forms through n8n-core's LoadOptionsContext (real HTTP, current parameters with
 * defaults), a credential test through its CredentialTestContext.
 */
export async function callMethod<Group extends keyof MethodResults>(
	options: CallMethodOptions<Group>,
): Promise<MethodResults[Group]> {
	await engineReady();
	const stage = setStage(options, { mode: 'internal' });
	stage.additionalData.currentNodeParameters = stage.node.parameters;
	const method: unknown = options.node.methods?.[options.group]?.[options.name];
	if (typeof method !== 'function') throw new Error(`The node has no method ${options.group}.${options.name}`);
	const { result } = await withLogs(async () => {
		if (options.group === 'credentialTest') {
			const credential: ICredentialsDecrypted = {
				id: 'credential',
				name: 'Test credential',
				type: (options.credentialType ?? new WhatsAppBusinessPlatformApi()).name,
				data: options.credential,
			};
			return (await method.call(new CredentialTestContext(stage.additionalData), credential)) as unknown;
		}
		const context = new LoadOptionsContext(stage.workflow, stage.node, stage.additionalData, options.path ?? '');
		return (await method.call(context, ...(options.args ?? []))) as unknown;
	});
	return result as MethodResults[Group];
}
