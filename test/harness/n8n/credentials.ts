import type { N8nClient } from './n8nClient';

/** A stored credential as a node of a workflow names it. */
export interface CredentialReference {
	id: string;
	name: string;
}

/** What n8n's credential form shows after Test. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** Creates the credential, or gives the one of that name and type this data. */
export async function saveCredential(
	client: N8nClient,
	credential: { name: string; type: string; data: Record<string, string | number | boolean> },
): Promise<CredentialReference> {
	const existing = await client.request<Array<CredentialReference & { type: string }>>({
		method: 'GET',
		path: '/rest/credentials',
	});
	const found = existing.find(({ name, type }) => name === credential.name && type === credential.type);
	const saved = found
		? await client.request<CredentialReference>({
				method: 'PATCH',
				path: `/rest/credentials/${found.id}`,
				body: credential,
			})
		: await client.request<CredentialReference>({ method: 'POST', path: '/rest/credentials', body: credential });
	return { id: saved.id, name: saved.name };
}

/** What the Test button of the credential form does. */
export async function testCredential(
	client: N8nClient,
	credential: CredentialReference & { type: string; data: Record<string, string> },
): Promise<CredentialTest> {
	return await client.request<CredentialTest>({
		method: 'POST',
		path: '/rest/credentials/test',
		body: { credentials: credential },
	});
}
