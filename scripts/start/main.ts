import { findDataTable, dataTableUrl } from '../../test/harness/n8n/dataTables';
import type { Setup } from '../../test/harness/n8n/runtime';
import { type N8nOptions, startN8n } from '../../test/harness/n8n/startN8n';
import { type OtherServices, startOtherServices } from '../../test/harness/standIns/otherServices';
import type { ServiceRequest } from '../../test/harness/standIns/service';
import { type Demo, startDemo } from './demo';
import { CONSENT_TABLE } from './scenario/context';
import { runSmoke } from './smoke';

/** Characters that are printed of what another service is sent. */
const LONGEST_BODY = 300;
const MORE = 'More journeys: npm start -- --journeys all, or some of workflows/README.md\n';
const STAND_INS =
	'Stores, helpdesks and mail are stand-ins: what they are asked is printed here. How each journey begins: workflows/README.md\n';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What `npm start` was asked for. */
export interface MainOptions {
	setup: Setup;
	dataDir: string;
	smoke: boolean;
	/** Folders of journeys to run, with the inbox, instead of the first one. */
	journeys?: readonly string[];
	n8nPort?: number;
	sandboxPort?: number;
}

function say(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** Aborted by the first signal that asks this process to end. */
function stopSignal(): AbortSignal {
	const controller = new AbortController();
	for (const signal of SIGNALS) process.on(signal, () => controller.abort(new Error(`Stopped by ${signal}`)));
	return controller.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), { once: true });
	});
}

async function addresses(demo: Demo): Promise<string> {
	const { client, n8n, owner, sandbox } = demo;
	const table = await findDataTable(client, CONSENT_TABLE);
	const tables = table ? dataTableUrl(client, table) : `${n8n.url}/home/datatables`;
	return [
		'',
		`n8n editor      ${n8n.url}   login ${owner.email}   password ${owner.password}`,
		...demo.journeys.map(({ id, workflow }) => `  ${n8n.url}/workflow/${id}   ${workflow.name}`),
		`  opt-outs      ${tables}${table ? '' : `   (the table ${CONSENT_TABLE} comes with the first opt-out)`}`,
		`Phone page      ${sandbox.baseUrl}/`,
		`  place an order on Ana's phone: ${sandbox.baseUrl}/#/15550123456`,
		'',
		'Ctrl-C stops both.',
		'',
	].join('\n');
}

/** What another service was asked, in a line. */
function sayRequest({ method, host, path, body }: ServiceRequest): void {
	const content = body === undefined ? '' : JSON.stringify(body);
	say(`${method} https://${host}${path} ${content.length > LONGEST_BODY ? `${content.slice(0, LONGEST_BODY)} …` : content}`);
}

/** Runs the demo; n8n's nodes reach the stand-ins, when given. */
async function runUntilStopped(options: MainOptions & { signal: AbortSignal }, others?: OtherServices): Promise<number> {
	const startedAt = Date.now();
	const demo = await startDemo({
		...options,
		say,
		...(others && {
			credentials: others.credentials,
			startN8n: async (n8n: N8nOptions) => await startN8n({ ...n8n, env: { ...n8n.env, ...others.standIns.env } }),
		}),
	});
	process.stdout.write(await addresses(demo));
	process.stdout.write(others ? STAND_INS : MORE);
	say(`Up after ${Math.round((Date.now() - startedAt) / 1000)} s.`);
	await aborted(options.signal);
	say('Stopping …');
	await demo.stop();
	return 0;
}

async function runWithStandIns(options: MainOptions & { signal: AbortSignal }): Promise<number> {
	const others = await startOtherServices({ folder: options.dataDir, onRequest: sayRequest });
	try {
		return await runUntilStopped(options, others);
	} finally {
		await others.close();
	}
}

/** The part of `npm start` that runs once everything is installed. @returns the exit code */
export async function main(options: MainOptions): Promise<number> {
	const signal = stopSignal();
	try {
		if (options.smoke) return await runSmoke({ ...options, say, signal });
		return await (options.journeys ? runWithStandIns : runUntilStopped)({ ...options, signal });
	} catch (error) {
		say(error instanceof Error ? error.message : String(error));
		return 1;
	}
}
