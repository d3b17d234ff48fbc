import { readFileSync } from 'node:fs';
import { KitError } from './kitError';
import { type Json, isObject } from './values';

/** Which credential the nodes of one type shall use. */
export interface CredentialWish {
	id?: string;
	name?: string;
	/** Its values, for a credential that is not there yet. */
	data?: Record<string, Json>;
}

/** What is wished for one client: the file given with `--settings`. */
export interface ClientFile {
	/** By type; a text is the name or the ID of a credential. */
	credentials: Record<string, CredentialWish | string>;
	/** For all journeys that have such a setting. */
	settings: Record<string, Json>;
	/** By journey, settings of that one only. */
	journeys: Record<string, Record<string, Json>>;
	/** By journey, the ID of a workflow that is to become it. */
	workflows: Record<string, string>;
}

const EMPTY: ClientFile = { credentials: {}, settings: {}, journeys: {}, workflows: {} };

function objectsIn(value: Json | undefined, name: string): Record<string, Record<string, Json>> {
	const members = Object.entries(isObject(value) ? value : {});
	const wrong = members.find(([, member]) => !isObject(member));
	if (wrong !== undefined) throw new KitError(`"${name}" → "${wrong[0]}" wants an object, such as {"defaultLanguage": "de"}`);
	return Object.fromEntries(members) as Record<string, Record<string, Json>>;
}

/** Values that stand in the environment, `{"env": "NAME"}`, so that the file may be shown to others. */
function fromEnvironment(data: Record<string, Json>, env: NodeJS.ProcessEnv): Record<string, Json> {
	const members = Object.entries(data).map(([key, value]) => {
		if (!isObject(value) || typeof value.env !== 'string') return [key, value] as const;
		const found = env[value.env];
		if (found === undefined || found === '') throw new KitError(`The environment variable ${value.env}, wanted for ${key}, is not set`);
		return [key, found] as const;
	});
	return Object.fromEntries(members);
}

function credentialWish(wished: Json, { type, env }: { type: string; env: NodeJS.ProcessEnv }): CredentialWish | string {
	if (typeof wished === 'string' && wished !== '') return wished;
	if (!isObject(wished) || (wished.id === undefined && wished.name === undefined)) {
		throw new KitError(`"credentials" → "${type}" wants a name or an ID, or {"name": …, "data": {…}} to make one`);
	}
	const { id, name, data } = wished;
	return {
		...(typeof id === 'string' && { id }),
		...(typeof name === 'string' && { name }),
		...(isObject(data) && { data: fromEnvironment(data, env) }),
	};
}

/**
 * Reads the text of a client's file.
 *
 * @throws KitError with what is wrong in it
 */
export function parseClientFile(text: string, env: NodeJS.ProcessEnv): ClientFile {
	let json: Json;
	try {
		json = JSON.parse(text) as Json;
	} catch (error) {
		throw new KitError(`The settings file is no JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
	if (!isObject(json)) throw new KitError('The settings file wants an object: {"credentials": …, "settings": …, "journeys": …}');
	const wrong = Object.entries(json).find(([key, value]) => !(key in EMPTY) || !isObject(value));
	if (wrong !== undefined) {
		const problem = wrong[0] in EMPTY ? 'wants an object' : `is not known; there are ${Object.keys(EMPTY).join(', ')}`;
		throw new KitError(`"${wrong[0]}" in the settings file ${problem}`);
	}
	const { credentials, settings, journeys, workflows } = json as Partial<Record<keyof ClientFile, Record<string, Json>>>;
	const wishes = Object.entries(credentials ?? {}).map(([type, wished]) => [type, credentialWish(wished, { type, env })] as const);
	return {
		credentials: Object.fromEntries(wishes),
		settings: settings ?? {},
		journeys: objectsIn(journeys, 'journeys'),
		workflows: (workflows ?? {}) as Record<string, string>,
	};
}

/** The client's file, or an empty one when none is named. */
export function readClientFile(path: string | undefined, env: NodeJS.ProcessEnv): ClientFile {
	if (path === undefined) return EMPTY;
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch {
		throw new KitError(`There is no file ${path}`);
	}
	return parseClientFile(text, env);
}

/** Shorter ones are no secrets, and stand in other texts by chance. */
const SHORTEST_SECRET = 8;

/** All that must not be shown. */
export function secretsOf({ credentials }: ClientFile): string[] {
	const values = Object.values(credentials).flatMap((wish) => (typeof wish === 'string' ? [] : Object.values(wish.data ?? {})));
	return values.flatMap((value) => (typeof value === 'string' && value.length >= SHORTEST_SECRET ? [value] : []));
}
