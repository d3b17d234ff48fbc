import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A key and a certificate that signs itself, both PEM. */
export interface Certificate {
	key: string;
	cert: string;
}

/** Makes a certificate for these host names, good for two days, by the program `openssl`. */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
	const folder = await mkdtemp(join(tmpdir(), 'whatsapp-journeys-tls-'));
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const names = `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`;
	const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
	await promisify(execFile)('openssl', [...request, '-subj', '/CN=stand-ins', '-addext', names, '-keyout', key, '-out', cert]);
	const made = { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
	await rm(folder, { recursive: true, force: true });
	return made;
}
