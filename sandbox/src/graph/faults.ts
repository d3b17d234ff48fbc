import { GraphError } from '../errors';
import type { Fault } from '../records';
import type { State } from '../state';
import type { GraphCall } from './call';

function matches(fault: Fault, call: GraphCall): boolean {
	if (fault.method && fault.method.toUpperCase() !== call.method) return false;
	return fault.path === undefined || call.path.includes(fault.path);
}

/** Takes one use of the first fault that matches the call. */
export function takeFault(state: State, call: GraphCall): Fault | undefined {
	const fault = state.faults.find((each) => each.times > 0 && matches(each, call));
	if (!fault) return undefined;
	fault.times -= 1;
	state.faults = state.faults.filter((each) => each.times > 0);
	return fault;
}

/** The refusal that a fault stands for, or `undefined` for one that only delays or hangs up. */
export function faultError(fault: Fault): GraphError | undefined {
	const { code, httpStatus, subcode, message, details, isTransient } = fault;
	if (code === undefined && httpStatus === undefined) return undefined;
	return new GraphError({
		code: code ?? (httpStatus === 401 ? 190 : 131000),
		httpStatus,
		subcode,
		message,
		details,
		isTransient,
	});
}
