import type { MessageLocation } from '../contract';
import { Icon } from './icon';

/** A place on a drawn map (no map service is asked), with its name, address and coordinates. */
export function LocationCard({ location, name }: { location?: MessageLocation; name?: string }) {
	const title = location?.name ?? name;
	return (
		<div class="location-card" data-testid="location">
			<div class="location-map" role="img" aria-label={title ? `Map: ${title}` : 'Map'}>
				<Icon name="pin" />
			</div>
			<div class="location-text" dir="auto">
				{title && <strong>{title}</strong>}
				{location?.address && <div>{location.address}</div>}
				{location && (
					<div class="faint">
						{location.latitude}, {location.longitude}
					</div>
				)}
			</div>
		</div>
	);
}
