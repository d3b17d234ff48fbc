import {
	ICredentialsHelper,
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestOptions,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type Workflow,
} from 'n8n-workflow';

/** The credential of a harness call: its type and what the operator would have typed in. */
export interface EngineCredential {
	type: ICredentialType;
	data: ICredentialDataDecryptedObject;
}

function withDefaults(credential: EngineCredential): ICredentialDataDecryptedObject {
	const filled = NodeHelpers.getNodeParameters(
		credential.type.properties,
		credential.data as INodeParameters,
		true,
		false,
		null,
		null,
	);
	return { ...credential.data, ...(filled as ICredentialDataDecryptedObject | null) };
}

/**
 * n8n's CredentialsHelper over one credential held in memory: defaults are filled in and `authenticate` runs in both of
 * its forms as n8n does it (cli/credentials-helper.js). Nothing is stored.
 */
export class EngineCredentials extends ICredentialsHelper {
	constructor(private readonly credential: EngineCredential | undefined) {
		super();
	}

	private typeOf(name: string): ICredentialType {
		if (this.credential?.type.name !== name) throw new Error(`The engine harness was given no credential "${name}"`);
		return this.credential.type;
	}

	getParentTypes(name: string): string[] {
		return this.credential?.type.name === name ? (this.credential.type.extends ?? []) : [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.typeOf(typeName);
		if (authenticate === undefined) return requestOptions;
		if (typeof authenticate === 'function') return await authenticate(credentials, requestOptions);
		if (workflow === undefined || node === undefined) throw new Error('A generic authenticate needs workflow and node');
		const resolve = (value: string): string => {
			if (!value.startsWith('=')) return value;
			const keys = { $credentials: credentials } as never;
			return String(workflow.expression.getSimpleParameterValue(node, value, 'internal', keys, undefined, '') ?? '');
		};
		const options: IHttpRequestOptions & Record<string, unknown> = { ...requestOptions };
		for (const [part, entries] of Object.entries(authenticate.properties)) {
			const existing = options[part];
			const merged: Record<string, unknown> = typeof existing === 'object' ? { ...existing } : {};
			for (const [key, value] of Object.entries(entries as Record<string, string>)) {
				merged[resolve(key)] = resolve(value);
			}
			options[part] = merged;
		}
		return options;
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('The engine harness stores no credentials');
	}

	async getDecrypted(...args: Parameters<ICredentialsHelper['getDecrypted']>): Promise<ICredentialDataDecryptedObject> {
		const [, , typeName] = args;
		this.typeOf(typeName);
		return this.credential === undefined ? {} : withDefaults(this.credential);
	}

	async updateCredentials(): Promise<void> {
		throw new Error('The engine harness stores no credentials');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('The engine harness stores no credentials');
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.typeOf(type).properties;
	}
}
