import type { Delivery, MessageEventData, StatusEventData } from '../contract';
import { loadAll } from './load';
import type { LiveAction } from './state';

type Dispatch = (action: LiveAction) => void;

/** The wait before a stream that the browser gave up is opened again, in ms. */
const REOPEN_AFTER = 2000;

/**
 * Loads everything and follows the event stream until the returned function is called.
 *
 * Events that arrive during a load are applied after it, so that a snapshot taken before them cannot hide them.
 * Every time the stream opens, everything is loaded anew: events of the gap are not repeated by the sandbox.
 */
export function connectLive(dispatch: Dispatch): () => void {
	let source: EventSource | undefined;
	let reopen: ReturnType<typeof setTimeout> | undefined;
	let closed = false;
	let loading = false;
	let loadAgain = false;
	let held: LiveAction[] = [];

	const apply: Dispatch = (action) => (loading ? held.push(action) : dispatch(action));

	const load = async (): Promise<void> => {
		if (loading) {
			loadAgain = true;
			return;
		}
		loading = true;
		const part = await loadAll().catch(() => undefined);
		loading = false;
		if (closed) return;
		if (part) dispatch({ type: 'loaded', part });
		held.forEach(dispatch);
		held = [];
		if (!loadAgain) return;
		loadAgain = false;
		await load();
	};

	const open = (): void => {
		source = new EventSource('/_control/events');
		source.addEventListener('open', () => {
			dispatch({ type: 'connection', connected: true });
			void load();
		});
		source.addEventListener('message', (event: MessageEvent<string>) =>
			apply({ type: 'message', ...(JSON.parse(event.data) as MessageEventData) }),
		);
		source.addEventListener('status', (event: MessageEvent<string>) =>
			apply({ type: 'status', change: JSON.parse(event.data) as StatusEventData }),
		);
		source.addEventListener('phones', () => void load());
		source.addEventListener('clock', (event: MessageEvent<string>) => {
			apply({ type: 'clock', ...(JSON.parse(event.data) as { now: string }) });
			void load();
		});
		source.addEventListener('delivery', (event: MessageEvent<string>) =>
			apply({ type: 'delivery', delivery: JSON.parse(event.data) as Delivery }),
		);
		source.addEventListener('error', () => {
			dispatch({ type: 'connection', connected: false });
			if (source?.readyState === EventSource.CLOSED) reopen = setTimeout(open, REOPEN_AFTER);
		});
	};

	open();
	return () => {
		closed = true;
		clearTimeout(reopen);
		source?.close();
	};
}
