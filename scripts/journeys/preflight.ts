import { CREDENTIAL_TYPE } from '../start/importJourneys';
import { KitError } from './kitError';
import { type PublicApi } from './publicApi';

const PACKAGE = 'n8n-nodes-whatsapp-journeys';
const OLDEST = [2, 40] as const;

function isTooOld(version: string): boolean {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

/** Rights that every import needs. */
export function importRights({ draft }: { draft: boolean }): string[] {
	return ['workflow:list', 'workflow:read', 'workflow:create', 'workflow:update', ...(draft ? [] : ['workflow:activate'])];
}

/**
 * Looks whether an n8n can be worked with, before anything is changed in it.
 *
 * @returns what the key may do
 * @throws KitError for another server, an old n8n, a key without rights, a missing package
 */
export async function checkN8n(api: PublicApi, wanted: readonly string[]): Promise<string[]> {
	const version = await api.version();
	if (version !== undefined && isTooOld(version)) {
		throw new KitError(`${api.url} runs n8n ${version}; the journeys want ${OLDEST.join('.')} or newer`);
	}
	const rights = await api.rights();
	if (rights === undefined) throw new KitError(`${api.url} runs an n8n that is older than ${OLDEST.join('.')}, which the journeys want`);
	const lacking = wanted.filter((right) => !rights.includes(right));
	if (lacking.includes('credential:list')) {
		throw new KitError('The API key may not list credentials: give it the right credential:list, or give the IDs of the credentials');
	}
	if (lacking.length > 0) {
		throw new KitError(`The API key lacks rights: ${lacking.join(', ')}. Give it these in n8n: Settings → n8n API`);
	}
	if (await api.hasCredentialType(CREDENTIAL_TYPE)) return rights;
	throw new KitError(`The package ${PACKAGE} is not installed in ${api.url}: Settings → Community nodes → Install`);
}
