import './environment';
import 'reflect-metadata';
import { createRequire } from 'node:module';
import { BinaryDataService } from 'n8n-core';
import { LoggerProxy, type IBinaryData, type Logger } from 'n8n-workflow';

/** The part of n8n's dependency injection that the harness touches. */
interface Injection {
	Container: {
		get<T>(type: abstract new (...args: never[]) => T): T;
		set(type: unknown, instance: unknown): void;
	};
}

// n8n-core has its own copies of n8n's packages: asked for from anywhere else, the container would be another one.
const coreRequire = createRequire(require.resolve('n8n-core'));
const { Container } = coreRequire('@n8n/di') as Injection;
const { Logger: LoggerType } = coreRequire('@n8n/backend-common') as { Logger: unknown };

/** One line that a node wrote with `this.logger`. */
export interface LogLine {
	level: 'error' | 'warn' | 'info' | 'debug';
	message: string;
	metadata?: object;
}

let lines: LogLine[] = [];

function writer(level: LogLine['level']) {
	return (message: string, metadata?: object) => {
		lines.push(metadata === undefined ? { level, message } : { level, message, metadata });
	};
}

const logger: Logger & { scoped(): Logger } = {
	error: writer('error'),
	warn: writer('warn'),
	info: writer('info'),
	// The engine itself writes debug lines about every run; a node's own are of no interest to a test either.
	debug: () => {},
	scoped: () => logger,
};

Container.set(LoggerType, logger);
LoggerProxy.init(logger);

let ready: Promise<void> | undefined;

/** Makes n8n's binary data service keep files in the test's folder. Every entry point of the harness awaits it. */
export async function engineReady(): Promise<void> {
	ready ??= Container.get(BinaryDataService).init();
	await ready;
}

/** Runs `work` and gives back what was logged meanwhile, next to its result. */
export async function withLogs<T>(work: () => Promise<T>): Promise<{ result: T; logs: LogLine[] }> {
	const outer = lines;
	const mine: LogLine[] = [];
	lines = mine;
	try {
		return { result: await work(), logs: mine };
	} finally {
		lines = outer;
		outer.push(...mine);
	}
}

/** The bytes of a file on an item, wherever n8n put them. */
export async function readBinary(binary: IBinaryData | undefined): Promise<Buffer> {
	if (binary === undefined) throw new Error('The item carries no such file');
	await engineReady();
	return await Container.get(BinaryDataService).getAsBuffer(binary);
}
