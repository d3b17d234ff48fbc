import { Icon } from './icon';

interface PlaceholderProps {
	loaded: boolean;
	connected: boolean;
	/** The customer key in the address, which no customer has. */
	wantedKey?: string;
}

function text({ loaded, connected, wantedKey }: PlaceholderProps): string {
	if (!loaded) return connected ? 'Loading' : 'Waiting for the sandbox';
	return wantedKey ? `No customer has the key ${wantedKey}.` : 'Choose a customer to open the phone.';
}

/** The phone's screen when none is open. */
export function Placeholder(props: PlaceholderProps) {
	return (
		<div class="placeholder">
			<Icon name="phone" />
			<p>{text(props)}</p>
			{props.loaded && props.wantedKey && <a href="#/">All customers</a>}
		</div>
	);
}
