const PATHS = {
	back: 'M15 5l-7 7 7 7',
	send: 'M4 12l16-8-6 16-3-6z M11 14l9-10',
	attach: 'M20 11.500l-8.200 8.200a5 5 0 0 1-7.100-7.100l8.600-8.600a3.400 3.400 0 0 1 4.800 4.800l-8.500 8.500a1.700 1.700 0 0 1-2.400-2.400l7.700-7.700',
	menu: 'M12 5.500v.01M12 12v.01M12 18.500v.01',
	close: 'M6 6l12 12M18 6L6 18',
	reply: 'M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6',
	link: 'M13 5h6v6M19 5l-8 8M17 14v4a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h4',
	call: 'M6 4h3l1.500 5-2 1.500a11 11 0 0 0 5 5l1.500-2 5 1.500v3a2 2 0 0 1-2 2A16 16 0 0 1 4 6a2 2 0 0 1 2-2z',
	copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
	list: 'M9 6h11M9 12h11M9 18h11M4.500 6v.01M4.500 12v.01M4.500 18v.01',
	document: 'M13 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8zM13 3v5h5M9 13h6M9 16.500h4',
	pin: 'M12 21s7-6.200 7-11.500A7 7 0 0 0 5 9.500C5 14.800 12 21 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
	person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20a7.500 7.500 0 0 1 15 0',
	warning: 'M12 4l9 16H3zM12 10v4.500M12 17.500v.01',
	down: 'M12 5v14M6 13l6 6 6-6',
	bag: 'M5 8h14l1 12H4zM9 8V7a3 3 0 0 1 6 0v1',
	tag: 'M4 4h8l8 8-8 8-8-8zM8.500 8.500v.01',
	truck: 'M3 6h11v10H3zM14 10h4l3 3v3h-7zM7 18.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3zM17.500 18.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3z',
	phone: 'M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2',
	block: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.700 5.700l12.600 12.600',
	power: 'M12 4v8M7 7a7 7 0 1 0 10 0',
	photo: 'M4 5h16v14H4zM4 16l5-5 5 5 2-2 4 4M15.500 9.500v.01',
	audio: 'M9 18V6l10-2v12M9 18a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0zM19 16a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0z',
	smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.500 14.500a4.500 4.500 0 0 0 7 0M9 9.500v.01M15 9.500v.01',
	plus: 'M12 5v14M5 12h14',
	clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2',
	check: 'M5 12.500l4.500 4.500L19 7.500',
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon in the text's colour and size; decoration, so the element around it carries the name. */
export function Icon({ name }: { name: IconName }) {
	return (
		<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
			<path d={PATHS[name]} />
		</svg>
	);
}
