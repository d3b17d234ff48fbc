import { AnswerForm } from './answerForm';
import { Field } from './field';
import { Icon } from './icon';

/** A place as the control API takes it. */
interface Place {
	latitude: number;
	longitude: number;
	name?: string;
	address?: string;
}

const PLACES: ReadonlyArray<Required<Place>> = [
	{ name: 'Union Square', address: '333 Post St, San Francisco', latitude: 37.788, longitude: -122.4075 },
	{ name: 'Avenida Paulista', address: 'São Paulo', latitude: -23.5614, longitude: -46.6559 },
	{ name: 'Alexanderplatz', address: '10178 Berlin', latitude: 52.5219, longitude: 13.4132 },
	{ name: 'Gateway of India', address: 'Apollo Bandar, Mumbai', latitude: 18.922, longitude: 72.8347 },
];

const DECIMAL = '-?[0-9]+([.][0-9]+)?';

/** Sends a place: one of a few, or any by its degrees. */
export function PlaceForm({ onSend }: { onSend: (place: Place) => Promise<boolean> }) {
	return (
		<>
			{PLACES.map((place) => (
				<button key={place.name} type="button" class="sheet-row" data-testid="place-row" onClick={() => void onSend(place)}>
					<Icon name="pin" />
					<span class="sheet-row-text">
						<span>{place.name}</span>
						<small>{place.address}</small>
					</span>
				</button>
			))}
			<AnswerForm
				send="Send this place"
				onSend={({ latitude, longitude, name, address }) =>
					onSend({ latitude: Number(latitude), longitude: Number(longitude), name, address })
				}
			>
				<div class="field-pair">
					<Field label="Latitude" name="latitude" value="-12.0464" pattern={DECIMAL} title="Degrees, such as -12.0464" required />
					<Field label="Longitude" name="longitude" value="-77.0428" pattern={DECIMAL} title="Degrees, such as -77.0428" required />
				</div>
				<Field label="Name" name="name" placeholder="Optional" />
				<Field label="Address" name="address" placeholder="Optional" />
			</AnswerForm>
		</>
	);
}
