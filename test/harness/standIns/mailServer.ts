import { type AddressInfo, type Socket, createServer } from 'node:net';
import type { ServiceCredential } from './service';

const HOST = '127.0.0.1';

/** A mail that was handed in. */
export interface ReceivedMail {
	from: string;
	to: string[];
	/** Header and body as they came. */
	source: string;
}

/** A mail server that keeps what it gets. */
export interface MailServer {
	credential: ServiceCredential;
	mails: ReceivedMail[];
	close(): Promise<void>;
}

/** The address between the angle brackets of a command. */
function addressIn(line: string): string {
	return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

/** One conversation by SMTP (RFC 5321), without login and without TLS. */
function converse(socket: Socket, mails: ReceivedMail[]): void {
	let pending = '';
	let mail: ReceivedMail = { from: '', to: [], source: '' };
	let lines: string[] | undefined;
	const say = (text: string) => socket.write(`${text}\r\n`);
	const take = (line: string) => {
		if (lines !== undefined) {
			if (line !== '.') return lines.push(line.replace(/^\./, ''));
			mails.push({ ...mail, source: lines.join('\n') });
			lines = undefined;
			return say('250 kept');
		}
		const verb = line.slice(0, 4).toUpperCase();
		if (verb === 'MAIL') mail = { from: addressIn(line), to: [], source: '' };
		if (verb === 'RCPT') mail.to.push(addressIn(line));
		if (verb === 'DATA') {
			lines = [];
			return say('354 go on');
		}
		if (verb !== 'QUIT') return say('250 OK');
		return socket.end('221 bye\r\n');
	};
	socket.on('error', () => socket.destroy());
	socket.on('data', (chunk) => {
		const parts = (pending + chunk.toString()).split('\r\n');
		pending = parts.pop() ?? '';
		for (const line of parts) take(line);
	});
	say('220 stand-in');
}

/** Starts it on a free port. */
export async function startMailServer(): Promise<MailServer> {
	const mails: ReceivedMail[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		converse(socket, mails);
	});
	await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
	const { port } = server.address() as AddressInfo;
	return {
		mails,
		credential: { type: 'smtp', name: 'SMTP', data: { user: '', password: '', host: HOST, port, secure: false, disableStartTls: true } },
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
