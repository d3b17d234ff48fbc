import { demand, membersOf, type Service } from './service';

const SUBDOMAIN = 'sunny-shop';
const EMAIL = 'agent@example.com';
const TOKEN = 'stand-in';

const PRIORITIES = ['low', 'normal', 'high', 'urgent', undefined];

const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed', undefined];

function commentOf(ticket: Record<string, unknown>): string | undefined {
	const { body, html_body: html } = membersOf(ticket.comment);
	const text = body ?? html;
	return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Zendesk's Support API, as far as the journeys go: tickets are made, and get comments, which are kept in `comments`. */
export function zendesk(): Service & { tickets: Array<Record<string, unknown>> } {
	const tickets: Array<Record<string, unknown>> = [];
	const login = `Basic ${Buffer.from(`${EMAIL}/token:${TOKEN}`).toString('base64')}`;
	return {
		tickets,
		hosts: [`${SUBDOMAIN}.zendesk.com`],
		credential: { type: 'zendeskApi', name: 'Zendesk', data: { subdomain: SUBDOMAIN, email: EMAIL, apiToken: TOKEN } },
		answer({ method, path, headers, body }) {
			demand(headers.authorization === login, 'wrong e-mail or token');
			const ticket = membersOf(membersOf(body).ticket);
			const comment = commentOf(ticket);
			demand(PRIORITIES.includes(ticket.priority as string | undefined), `priority ${String(ticket.priority)} is not Zendesk's`);
			demand(STATUSES.includes(ticket.status as string | undefined), `status ${String(ticket.status)} is not Zendesk's`);
			const [, id] = /^\/api\/v2\/tickets\/(\d+)\.json$/.exec(path) ?? [];
			if (method === 'PUT' && id !== undefined) {
				const known = tickets[Number(id) - 1];
				demand(known !== undefined, `no ticket ${id}`);
				const { comment: _, ...changes } = ticket;
				const before: unknown[] = Array.isArray(known.comments) ? known.comments : [];
				Object.assign(known, changes, { comments: comment === undefined ? before : [...before, comment] });
				return { body: { ticket: { id: Number(id), ...known } } };
			}
			demand(method === 'POST' && path === '/api/v2/tickets.json', `no such call: ${method} ${path}`);
			demand(comment !== undefined, 'a ticket needs a comment with a body');
			tickets.push(ticket);
			return { status: 201, body: { ticket: { id: tickets.length, ...ticket } } };
		},
	};
}
