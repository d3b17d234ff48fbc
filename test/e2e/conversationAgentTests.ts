import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import { withCredential } from '../../scripts/start/importJourneys';
import { BEN } from '../../scripts/start/scenario/context';
import { nextMessage, shownMessages } from '../../scripts/start/scenario/phone';
import { saveCredential } from '../harness/n8n/credentials';
import { getExecution, isFinished, itemsOf, listExecutions } from '../harness/n8n/executions';
import { until } from '../harness/n8n/poll';
import { createWorkflow, deleteWorkflow, publishWorkflow } from '../harness/n8n/workflows';
import type { World } from './world';

const AGENT = 'Agent';
/** The calculator has the name of its node; n8n puts its parameters beside those of the review. */
const CALL = {
	name: 'Calculator',
	arguments: JSON.stringify({ toolParameters: { input: '20 + 22' }, hitlParameters: {} }),
};

interface ChatRequest {
	messages: Array<{ role: string; content: unknown }>;
}

/** A chat model that wants its one tool used, and then repeats what came of it. */
interface StandIn {
	url: string;
	requests: ChatRequest[];
	close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<ChatRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return JSON.parse(Buffer.concat(chunks).toString() || '{"messages":[]}') as ChatRequest;
}

function reply({ messages }: ChatRequest): object {
	const told = messages.findLast(({ role }) => role === 'tool');
	const message =
		told === undefined
			? { role: 'assistant', content: null, tool_calls: [{ id: 'call_1', type: 'function', function: CALL }] }
			: { role: 'assistant', content: `The tool said: ${JSON.stringify(told.content)}` };
	const choice = { index: 0, message, finish_reason: told === undefined ? 'tool_calls' : 'stop' };
	const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
	return { id: 'chat', object: 'chat.completion', created: 1, model: 'stand-in', choices: [choice], usage };
}

async function startStandIn(): Promise<StandIn> {
	const requests: ChatRequest[] = [];
	const server = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			requests.push(body);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(reply(body)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests,
		close: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}

function agentWorkflow(credential: object): Parameters<typeof withCredential>[0] {
	const node = (name: string, type: string, more: object) => ({ id: `agent-${name}`, name, type, typeVersion: 1, position: [0, 0], parameters: {}, ...more });
	return {
		name: 'e2e agent',
		nodes: [
			node('Start', 'n8n-nodes-base.webhook', {
				typeVersion: 2,
				webhookId: 'e2e-agent',
				parameters: { httpMethod: 'POST', path: 'e2e-agent', responseMode: 'onReceived', options: {} },
			}),
			node(AGENT, '@n8n/n8n-nodes-langchain.agent', { typeVersion: 3, parameters: { promptType: 'define', text: 'What is 20 + 22?', options: {} } }),
			node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', {
				typeVersion: 1.2,
				parameters: { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
				credentials: { openAiApi: credential },
			}),
			node('Calculator', '@n8n/n8n-nodes-langchain.toolCalculator', {}),
			node('Ask Ben', 'n8n-nodes-whatsapp-journeys.whatsAppBusinessHitlTool', {
				parameters: {
					resource: 'message',
					operation: 'sendAndWait',
					responseType: 'approval',
					to: `+${BEN}`,
					message: '=May I use {{ $tool.name }}? {{ JSON.stringify($tool.parameters) }}',
					approvalOptions: { values: { approvalType: 'double', disapproveLabel: 'No' } },
				},
			}),
		],
		connections: {
			Start: { main: [[{ node: AGENT, type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: AGENT, type: 'ai_languageModel', index: 0 }]] },
			Calculator: { ai_tool: [[{ node: 'Ask Ben', type: 'ai_tool', index: 0 }]] },
			'Ask Ben': { ai_tool: [[{ node: AGENT, type: 'ai_tool', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	};
}

/** n8n's human review of an agent's tools, in WhatsApp. */
export function conversationAgentTests(world: () => World): void {
	describe('an agent that asks a person', () => {
		let standIn: StandIn;
		let workflowId: string;

		beforeAll(async () => {
			const { client, credential, sandbox } = world().demo;
			standIn = await startStandIn();
			const data = { apiKey: 'none', url: standIn.url };
			const openAi = await saveCredential(client, { name: 'Stand-in', type: 'openAiApi', data });
			({ id: workflowId } = await createWorkflow(client, withCredential(agentWorkflow(openAi), credential)));
			await publishWorkflow(client, workflowId);
			await sandbox.write(BEN, 'Hello');
		}, 60_000);

		afterAll(async () => {
			await deleteWorkflow(world().demo.client, workflowId);
			await standIn.close();
		});

		test.each([
			['Approve', /42/],
			['No', /rejected/i],
		])('goes on by the tap on %s', async (title, outcome) => {
			const { client, n8n, sandbox } = world().demo;
			const shown = await shownMessages(world().demo, BEN);
			const known = new Set((await listExecutions(client, { workflowId })).map(({ id }) => id));
			standIn.requests.length = 0;
			await axios.post(`${n8n.url}/webhook/e2e-agent`, {});
			const fits = ({ body = '' }: { body?: string }) => body.startsWith('May I use');
			const question = await nextMessage(world().demo, { phoneKey: BEN, shown, what: 'the request for approval', fits });
			expect(question.body).toContain('20 + 22');
			expect(question.buttons?.map((button) => button.title)).toEqual(['Approve', 'No']);
			await sandbox.tap(BEN, { messageId: question.id, title });
			const id = await until({ what: 'the agent to finish' }, async () => {
				const runs = await listExecutions(client, { workflowId });
				return runs.find((run) => !known.has(run.id) && isFinished(run))?.id;
			});
			const execution = await getExecution(client, id);
			expect(execution.error).toBeUndefined();
			expect(JSON.stringify(itemsOf(execution, { node: AGENT })[0]?.json)).toMatch(outcome);
			expect(standIn.requests).toHaveLength(2);
		});
	});
}
