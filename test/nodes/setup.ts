import { stringify } from 'flatted';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { SEED, startSandbox, type Fault, type PhoneMessage, type RequestEntry, type Sandbox } from '../../sandbox/src';
import { callMethod, runNode, type CallMethodOptions, type NodeRun, type RunNodeOptions } from '../harness/engine';

/** The first number of the seed, which the credential sends from, and the second. */
export const [SENDER = '', OTHER_SENDER = ''] = SEED.phoneNumbers.map(({ id }) => id);

/** Control key (and digits) of Ana and Ben, two customers of the seed. */
export const [ANA = '', BEN = ''] = SEED.customers.map(({ phone }) => phone ?? '');

/** One execution of one operation. */
export interface Execution extends Pick<RunNodeOptions, 'contextData' | 'executionId' | 'items' | 'onError' | 'retry' | 'subworkflow' | 'waiting' | 'workflowId'> {
	resource: string;
	operation: string;
	parameters?: INodeParameters;
	/** Replaces fields of the credential. */
	credential?: ICredentialDataDecryptedObject;
}

/** A sandbox of its own for the test file, forgotten between tests, and the node that runs against it. */
export interface Bench {
	readonly sandbox: Sandbox;
	/** What the operator typed into the credential. */
	credential(changes?: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject;
	/** Runs the node; fails the test when a secret of the credential shows anywhere in the run. */
	run(execution: Execution): Promise<NodeRun>;
	listSearch(call: Pick<CallMethodOptions<'listSearch'>, 'name' | 'args'>): ReturnType<typeof callMethod<'listSearch'>>;
	/** Every Graph call received in this test, oldest first. */
	requests(): Promise<RequestEntry[]>;
	/** Those that could have changed something. */
	writes(): Promise<RequestEntry[]>;
	/** Bodies of the messages received. */
	sent(): Promise<unknown[]>;
	/** What a phone shows. */
	phone(key: string): Promise<PhoneMessage[]>;
	fault(fault: Partial<Fault>): Promise<void>;
	/** Registers a template as approved unless told; gives its ID. */
	template(definition: IDataObject, status?: string): Promise<string>;
	/** Any call of the control API; with a body it is a POST. */
	control(path: string, body?: object): Promise<unknown>;
}

function secretsIn(run: NodeRun, credential: ICredentialDataDecryptedObject): string[] {
	const text = stringify(run);
	return [credential.accessToken, credential.appSecret].map(String).filter((secret) => secret !== '' && text.includes(secret));
}

/** Starts the sandbox before the file's first test and forgets everything but the seed before each. */
export function useSandbox(): Bench {
	let sandbox: Sandbox;
	const control = async (path: string, body?: object): Promise<unknown> => {
		const response = await fetch(`${sandbox.url}/_control${path}`, {
			...(body === undefined
				? {}
				: { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
		});
		const answer: unknown = await response.json();
		if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
		return answer;
	};
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	beforeEach(async () => await control('/reset', {}));
	afterAll(async () => await sandbox.close());

	const bench: Bench = {
		get sandbox() {
			return sandbox;
		},
		credential: (changes = {}) => ({
			accessToken: SEED.accessToken,
			wabaId: SEED.wabaId,
			phoneNumberId: SENDER,
			appId: SEED.appId,
			appSecret: SEED.appSecret,
			baseUrl: sandbox.url,
			...changes,
		}),
		async run({ resource, operation, parameters, credential, ...rest }) {
			const used = bench.credential(credential);
			const run = await runNode({
				node: new WhatsAppBusiness(),
				parameters: { resource, operation, ...parameters },
				credential: used,
				...rest,
			});
			expect(secretsIn(run, used)).toEqual([]);
			return run;
		},
		listSearch: async (call) =>
			await callMethod({
				node: new WhatsAppBusiness(),
				credential: bench.credential(),
				group: 'listSearch',
				...call,
			}),
		requests: async () => (await control('/requests')) as RequestEntry[],
		writes: async () => (await bench.requests()).filter(({ method }) => method !== 'GET'),
		sent: async () =>
			(await bench.requests()).filter(({ path }) => path.endsWith('/messages')).map(({ body }) => body),
		phone: async (key) => (await control(`/phones/${key}/messages`)) as PhoneMessage[],
		fault: async (fault) => void (await control('/faults', fault)),
		template: async (definition, status = 'APPROVED') =>
			((await control('/templates', { definition, status })) as { id: string }).id,
		control,
	};
	return bench;
}

/** Items with nothing but JSON. */
export function itemsOf(...rows: IDataObject[]): INodeExecutionData[] {
	return rows.map((json) => ({ json }));
}

/** A binary field as a node before ours would have left it. */
export function fileOf(file: { bytes: Buffer; mimeType: string; fileName?: string }) {
	const { bytes, ...rest } = file;
	return { data: bytes.toString('base64'), ...rest };
}

/** The smallest bytes that pass for a PDF. */
export const PDF = Buffer.from('%PDF-1.4 an invoice \u0000\u00ff', 'latin1');
