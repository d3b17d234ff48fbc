import { demand, membersOf, type Service } from './service';

const TOKEN = 'xoxb-stand-in';
const MOST_CHARACTERS = 40_000;

/** What was posted. */
export interface SlackMessage {
	channel: string;
	/** Seconds with six digits, as Slack names a message. */
	ts: string;
	text: string;
	/** `ts` of the message that it answers. */
	thread_ts?: string;
}

/** Slack's Web API, as far as the journeys go: messages in a channel, and replies in their threads. */
export function slack(): Service & { messages: SlackMessage[] } {
	const messages: SlackMessage[] = [];
	return {
		messages,
		hosts: ['slack.com'],
		credential: { type: 'slackApi', name: 'Slack', data: { accessToken: TOKEN, signatureSecret: '' } },
		answer({ method, path, headers, body }) {
			demand(headers.authorization === `Bearer ${TOKEN}`, 'invalid_auth');
			demand(method === 'POST' && path === '/api/chat.postMessage', `no such call: ${method} ${path}`);
			const { channel, text, thread_ts: thread } = membersOf(body);
			demand(typeof channel === 'string' && /^[#\w-]+$/.test(channel), 'channel_not_found');
			demand(typeof text === 'string' && text !== '', 'no_text');
			demand(text.length <= MOST_CHARACTERS, 'msg_too_long');
			demand(thread === undefined || messages.some(({ ts }) => ts === thread), `thread_not_found: ${JSON.stringify(thread)}`);
			// A number would lose the zero at the end.
			const ts = `1790000000.${String(messages.length + 10)}00${(messages.length % 9) + 1}0`;
			const message = { channel, ts, text, ...(typeof thread === 'string' && { thread_ts: thread }) };
			messages.push(message);
			return { body: { ok: true, channel: 'C0STANDIN', ts, message } };
		},
	};
}
