import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Owner, newPassword } from '../../test/harness/n8n/n8nClient';

/**
 * The login of the n8n in a data folder, made up at its first start: who can log in to n8n can run programs as the user
 * who started it, so it is no password that everybody knows.
 */
export async function ownerOf(dataDir: string): Promise<Owner> {
	const path = join(dataDir, 'owner.json');
	if (existsSync(path)) return JSON.parse(await readFile(path, 'utf8')) as Owner;
	const owner = { email: 'owner@example.com', password: newPassword() };
	await writeFile(path, JSON.stringify(owner), { mode: 0o600 });
	return owner;
}
