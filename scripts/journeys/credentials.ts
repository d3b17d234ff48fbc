import { type CredentialReference } from '../../test/harness/n8n/credentials';
import { type ClientFile, type CredentialWish } from './clientFile';
import { KitError } from './kitError';
import { type ApiCredential, type PublicApi } from './publicApi';
import { type Json } from './values';

/** A credential that the imported nodes shall use. */
export interface ResolvedCredential {
	type: string;
	name: string;
	/** None while it is not made yet. */
	id?: string;
	/** Values to make it with. */
	data?: Record<string, Json>;
}

/** Whether it can be told which credential is meant without a list of all. */
function isById(wish: CredentialWish | string): boolean {
	return typeof wish !== 'string' && wish.id !== undefined;
}

/** Rights that the wishes need. */
export function rightsFor(wishes: ReadonlyArray<CredentialWish | string>, { renew }: { renew: boolean }): string[] {
	const made = wishes.some((wish) => typeof wish !== 'string' && wish.data !== undefined);
	return [
		...(wishes.every(isById) ? [] : ['credential:list']),
		...(made ? ['credential:create', ...(renew ? ['credential:update'] : [])] : []),
	];
}

function found(type: string, { wish, all }: { wish: CredentialWish; all: readonly ApiCredential[] }): ApiCredential | undefined {
	const ofType = all.filter((credential) => credential.type === type);
	const matches = ofType.filter(({ id, name }) => (wish.id === undefined ? name === wish.name : id === wish.id));
	if (matches.length > 1) {
		const ids = matches.map(({ id }) => id).join(', ');
		throw new KitError(`n8n has ${matches.length} credentials "${wish.name}" of the type ${type}: give the ID of one (${ids})`);
	}
	return matches[0];
}

function resolveOne(type: string, { wish, all }: { wish: CredentialWish | string; all: readonly ApiCredential[] }): ResolvedCredential {
	const { id, name, data } = typeof wish === 'string' ? { id: undefined, name: wish, data: undefined } : wish;
	const byId = typeof wish === 'string' ? found(type, { wish: { id: wish }, all }) : undefined;
	const credential = byId ?? found(type, { wish: { id, name }, all });
	if (credential !== undefined) return { type, name: credential.name, id: credential.id, data };
	// n8n itself looks an ID up when the workflow is saved.
	if (id !== undefined && all.length === 0) return { type, name: name ?? id, id };
	if (name !== undefined && data !== undefined) return { type, name, data };
	const names = all.filter((candidate) => candidate.type === type).map((candidate) => `"${candidate.name}" (${candidate.id})`);
	const there = names.length === 0 ? 'It has none of that type.' : `It has ${names.join(', ')}.`;
	throw new KitError(`n8n has no credential "${id ?? name}" of the type ${type}. ${there} To make one, give its values as "data".`);
}

/**
 * Finds the credentials that a client's file names; makes none.
 *
 * @param options types: those that the journeys use
 * @throws KitError when there is none of that name, or several
 */
export async function resolveCredentials(options: {
	api: PublicApi;
	wishes: ClientFile['credentials'];
	types: readonly string[];
}): Promise<ResolvedCredential[]> {
	const { api, wishes, types } = options;
	const wanted = types.flatMap((type) => (wishes[type] === undefined ? [] : [{ type, wish: wishes[type] }]));
	const all = wanted.every(({ wish }) => isById(wish)) ? [] : await api.credentials();
	return wanted.map(({ type, wish }) => resolveOne(type, { wish, all }));
}

/** Makes those that are not there yet; with `renew`, gives the others their values anew. */
export async function saveCredentials(api: PublicApi, given: { resolved: readonly ResolvedCredential[]; renew: boolean }): Promise<ResolvedCredential[]> {
	const saved: ResolvedCredential[] = [];
	for (const credential of given.resolved) {
		const { type, name, id, data } = credential;
		if (id === undefined) saved.push({ ...credential, ...(await api.createCredential({ type, name, data })) });
		else {
			if (given.renew && data !== undefined) await api.updateCredential(id, data);
			saved.push(credential);
		}
	}
	return saved;
}

/** Stands for a credential that is still to be made. */
const NOT_MADE = '(new)';

/** By type, as nodes name them. */
export function references(resolved: readonly ResolvedCredential[]): Record<string, CredentialReference> {
	return Object.fromEntries(resolved.map(({ type, name, id = NOT_MADE }) => [type, { id, name }]));
}
