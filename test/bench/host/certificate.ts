import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Paths of a key and its certificate, which is its own authority. */
export interface Certificate {
	key: string;
	certificate: string;
}

/** Makes a certificate for a host name and the loopback address with the machine's `openssl`. */
export async function makeCertificate(options: { folder: string; host: string }): Promise<Certificate> {
	const { folder, host } = options;
	const key = join(folder, 'key.pem');
	const certificate = join(folder, 'certificate.pem');
	const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
	const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host},DNS:localhost,IP:127.0.0.1`];
	await promisify(execFile)('openssl', [...args, ...names, '-keyout', key, '-out', certificate]);
	return { key, certificate };
}
