import { useEffect, useState } from 'preact/hooks';

function currentKey(): string | undefined {
	const [, key] = /^#\/(.+)$/.exec(location.hash) ?? [];
	if (key === undefined) return undefined;
	try {
		return decodeURIComponent(key);
	} catch {
		return key;
	}
}

/** The address of a customer's phone within the page. */
export function phoneHref(key: string): string {
	return `#/${encodeURIComponent(key)}`;
}

/** The customer key in the address, `undefined` on the list. */
export function useHashKey(): string | undefined {
	const [key, setKey] = useState(currentKey);
	useEffect(() => {
		const update = () => setKey(currentKey());
		addEventListener('hashchange', update);
		return () => removeEventListener('hashchange', update);
	}, []);
	return key;
}
