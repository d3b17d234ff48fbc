import { useEffect, useReducer } from 'preact/hooks';
import { connectLive } from './connect';
import { EMPTY_STATE, reduce, type LiveState } from './state';

/** The sandbox's state, kept current through its event stream. */
export function useLive(): LiveState {
	const [state, dispatch] = useReducer(reduce, EMPTY_STATE);
	useEffect(() => connectLive(dispatch), []);
	return state;
}
