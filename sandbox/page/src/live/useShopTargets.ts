import { useEffect, useState } from 'preact/hooks';
import type { ShopTargets } from '../contract';
import { api } from './api';

/** Between two looks while a journey URL is missing, in ms: the event stream does not tell when it is set. */
const LOOK_EVERY = 3000;

/** Where the shop posts; looked up until both journey URLs are set. `undefined` before the first answer. */
export function useShopTargets(): ShopTargets | undefined {
	const [targets, setTargets] = useState<ShopTargets>();
	const complete = Boolean(targets?.ordersUrl && targets.fulfilmentsUrl);
	useEffect(() => {
		if (complete) return undefined;
		// A refusal changes nothing: the next look may succeed.
		const look = () => void api.shop().then(setTargets, () => undefined);
		look();
		const timer = setInterval(look, LOOK_EVERY);
		return () => clearInterval(timer);
	}, [complete]);
	return targets;
}
