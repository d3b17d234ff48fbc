import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How near to the end, in pixels, still counts as reading the end. */
const NEAR = 80;

/**
 * Keeps a scrolling box at its end while the person reads the end, also when images load and grow it.
 * `atEnd` is false while they read further up. A new `resetKey` leads back to the end.
 */
export function useStickToEnd(resetKey: string) {
	const box = useRef<HTMLDivElement>(null);
	const content = useRef<HTMLDivElement>(null);
	const stuck = useRef(true);
	const lastTop = useRef(0);
	const [atEnd, setAtEnd] = useState(true);

	const toEnd = () => {
		if (box.current) box.current.scrollTop = box.current.scrollHeight;
	};
	const onScroll = () => {
		if (!box.current) return;
		const { scrollHeight, scrollTop, clientHeight } = box.current;
		const near = scrollHeight - scrollTop - clientHeight < NEAR;
		// Content that grows between a jump to the end and its event leaves the end too; only a person scrolls up.
		if (near || scrollTop < lastTop.current) stuck.current = near;
		lastTop.current = scrollTop;
		setAtEnd(stuck.current);
	};

	useLayoutEffect(() => {
		stuck.current = true;
		setAtEnd(true);
		toEnd();
	}, [resetKey]);

	useEffect(() => {
		const observer = new ResizeObserver(() => stuck.current && toEnd());
		for (const element of [box.current, content.current]) if (element) observer.observe(element);
		return () => observer.disconnect();
	}, [resetKey]);

	return { box, content, atEnd, toEnd, onScroll };
}
