import { demand, membersOf, type Service } from './service';

const KEY = 'sk-stand-in';

/** A message of the conversation that a model is given. */
export interface ChatMessage {
	role: string;
	content: string;
}

/** What the model says, or the tool that it wants called. */
export type ChatReply = { says: string } | { calls: string; with: object };

/** OpenAI's chat completions. The model is the test's: what it has no reply to is refused, as by an account without credit. */
export interface OpenAi extends Service {
	/** Given the conversation and the names of the tools. */
	model?: (conversation: { messages: readonly ChatMessage[]; tools: readonly string[] }) => ChatReply | undefined;
	/** How often it was asked. */
	asked: number;
}

function listOf(value: unknown): Array<Record<string, unknown>> {
	return Array.isArray(value) ? value.map(membersOf) : [];
}

function completionOf(reply: ChatReply): object {
	const message =
		'says' in reply
			? { role: 'assistant', content: reply.says }
			: {
					role: 'assistant',
					content: null,
					tool_calls: [{ id: 'call_1', type: 'function', function: { name: reply.calls, arguments: JSON.stringify(reply.with) } }],
				};
	const choice = { index: 0, message, finish_reason: 'says' in reply ? 'stop' : 'tool_calls' };
	const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
	return { id: 'chat', object: 'chat.completion', created: 1, model: 'stand-in', choices: [choice], usage };
}

/** Starts without a model. */
export function openAi(): OpenAi {
	const service: OpenAi = {
		asked: 0,
		hosts: ['api.openai.com'],
		credential: { type: 'openAiApi', name: 'OpenAI', data: { apiKey: KEY, url: 'https://api.openai.com/v1', header: false } },
		answer({ method, path, headers, body }) {
			demand(headers.authorization === `Bearer ${KEY}`, 'wrong API key');
			demand(method === 'POST' && path === '/v1/chat/completions', `no such call: ${method} ${path}`);
			const { messages, tools } = membersOf(body);
			service.asked += 1;
			const told = listOf(messages).map(({ role, content }) => ({ role: String(role), content: String(content ?? '') }));
			const names = listOf(tools).map((tool) => String(membersOf(tool.function).name));
			const reply = service.model?.({ messages: told, tools: names });
			if (reply === undefined) return { status: 400, body: { error: { message: 'You exceeded your current quota', type: 'insufficient_quota' } } };
			return { body: completionOf(reply) };
		},
	};
	return service;
}
