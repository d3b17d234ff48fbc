import { useEffect, useState } from 'preact/hooks';

/** Whether the browser shows the page: a hidden tab does not read messages. */
export function usePageVisible(): boolean {
	const [visible, setVisible] = useState(!document.hidden);
	useEffect(() => {
		const update = () => setVisible(!document.hidden);
		document.addEventListener('visibilitychange', update);
		return () => document.removeEventListener('visibilitychange', update);
	}, []);
	return visible;
}
