import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IDataObject,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { readGraphError, type GraphError } from '../../../core/errors/graphError';
import { toPlatformCredential, type PlatformCredential } from '../transport/credential';

type Answer = { ok: true; data: IDataObject } | { ok: false; error: GraphError };

/** n8n gives credential tests no HTTP helper but a deprecated one; `fetch` is what its rules allow. */
async function ask(credential: PlatformCredential, path: string, token?: string): Promise<Answer> {
	const response = await fetch(`${credential.baseUrl}/${credential.apiVersion}${path}`, {
		headers: { Authorization: `Bearer ${token ?? credential.accessToken}` },
		signal: AbortSignal.timeout(20_000),
	});
	const body: unknown = await response.json().catch(() => null);
	const data = typeof body === 'object' && body !== null ? (body as IDataObject) : {};
	if (response.ok && data.error === undefined) return { ok: true, data };
	return { ok: false, error: readGraphError({ httpStatus: response.status, body }) };
}

function isTokenFault({ code, httpStatus }: GraphError): boolean {
	return code === 190 || code === 0 || (code === undefined && httpStatus === 401);
}

function isPermissionFault({ code }: GraphError): boolean {
	return code !== undefined && (code === 3 || code === 10 || (code >= 200 && code <= 299));
}

function said(error: GraphError): string {
	return `Meta: ${error.details ?? error.message}${error.code === undefined ? '' : ` (#${error.code})`}`;
}

async function checkWaba(credential: PlatformCredential): Promise<string | undefined> {
	if (credential.wabaId === '') return 'WhatsApp Business Account ID is empty';
	const answer = await ask(credential, `/${encodeURIComponent(credential.wabaId)}?fields=id,name`);
	if (answer.ok) return undefined;
	if (isTokenFault(answer.error)) return `Access Token is not valid or has expired. ${said(answer.error)}`;
	if (isPermissionFault(answer.error)) {
		return `Access Token lacks the permission whatsapp_business_management for this account. ${said(answer.error)}`;
	}
	return `WhatsApp Business Account ID ${credential.wabaId} does not exist, or the token's system user has no access to it. ${said(answer.error)}`;
}

async function checkNumber(credential: PlatformCredential): Promise<string | undefined> {
	const answer = await ask(
		credential,
		`/${encodeURIComponent(credential.wabaId)}/phone_numbers?fields=id,display_phone_number&limit=100`,
	);
	if (!answer.ok) return `The phone numbers of the account cannot be read. ${said(answer.error)}`;
	if (credential.phoneNumberId === '') return undefined;
	const rows = Array.isArray(answer.data.data) ? (answer.data.data as IDataObject[]) : [];
	if (rows.some((row) => String(row.id) === credential.phoneNumberId)) return undefined;
	const known = rows.map((row) => `${String(row.id)} (${String(row.display_phone_number)})`).join(', ');
	return `Phone Number ID ${credential.phoneNumberId} is not a number of this account${known === '' ? '' : `; it has ${known}`}`;
}

/** A token may look at itself (unverified for every kind of token): when Meta refuses, nothing is concluded. */
async function checkPermissions(credential: PlatformCredential): Promise<string | undefined> {
	const answer = await ask(credential, `/debug_token?input_token=${encodeURIComponent(credential.accessToken)}`);
	const scopes = answer.ok ? (answer.data.data as IDataObject | undefined)?.scopes : undefined;
	if (!Array.isArray(scopes)) return undefined;
	const missing = ['whatsapp_business_messaging', 'whatsapp_business_management'].filter(
		(permission) => !(scopes as unknown[]).includes(permission),
	);
	return missing.length === 0 ? undefined : `Access Token lacks the permission ${missing.join(' and ')}`;
}

async function checkApp(credential: PlatformCredential): Promise<string | undefined> {
	if (credential.appId === '' || credential.appSecret === '') return undefined;
	const answer = await ask(
		credential,
		`/${encodeURIComponent(credential.appId)}/subscriptions`,
		`${credential.appId}|${credential.appSecret}`,
	);
	return answer.ok ? undefined : `App ID or App Secret is wrong. ${said(answer.error)}`;
}

/** Says which of token, account, number, permission and app is wrong; the first fault found is named. */
export async function testPlatformCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const data = toPlatformCredential((credential.data ?? {}) as IDataObject);
	if (data.accessToken === '') return { status: 'Error', message: 'Access Token is empty' };
	try {
		for (const check of [checkWaba, checkNumber, checkPermissions, checkApp]) {
			const fault = await check(data);
			if (fault !== undefined) return { status: 'Error', message: fault };
		}
		return { status: 'OK', message: 'Token, account and number fit together' };
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return { status: 'Error', message: `Could not reach ${data.baseUrl}: ${why}` };
	}
}
