import { demand, membersOf, type Service } from './service';

const SUBDOMAIN = 'sunny-shop';
const EMAIL = 'agent@example.com';
const TOKEN = 'stand-in';

const PRIORITIES = ['low', 'normal', 'high', 'urgent', undefined];

/** Zendesk's Support API, as far as the journeys go: tickets are made. */
export function zendesk(): Service & { tickets: Array<Record<string, unknown>> } {
	const tickets: Array<Record<string, unknown>> = [];
	const login = `Basic ${Buffer.from(`${EMAIL}/token:${TOKEN}`).toString('base64')}`;
	return {
		tickets,
		hosts: [`${SUBDOMAIN}.zendesk.com`],
		credential: { type: 'zendeskApi', name: 'Zendesk', data: { subdomain: SUBDOMAIN, email: EMAIL, apiToken: TOKEN } },
		answer({ method, path, headers, body }) {
			demand(headers.authorization === login, 'wrong e-mail or token');
			demand(method === 'POST' && path === '/api/v2/tickets.json', `no such call: ${method} ${path}`);
			const ticket = membersOf(membersOf(body).ticket);
			demand(typeof membersOf(ticket.comment).body === 'string', 'a ticket needs a comment with a body');
			demand(PRIORITIES.includes(ticket.priority as string | undefined), `priority ${String(ticket.priority)} is not Zendesk's`);
			tickets.push(ticket);
			return { status: 201, body: { ticket: { id: tickets.length, ...ticket } } };
		},
	};
}
