import { LIMITS } from '../../message/limits';
import type { TemplateField } from '../fields';
import type { TemplatePart } from '../part';

const LATITUDE: TemplateField = {
	id: 'header_latitude',
	label: 'Header Location Latitude (e.g. 52.516)',
	hint: 'Decimal degrees, north of the equator positive',
	required: true,
	kind: 'number',
};

const LONGITUDE: TemplateField = {
	id: 'header_longitude',
	label: 'Header Location Longitude (e.g. 13.378)',
	hint: 'Decimal degrees, east of Greenwich positive',
	required: true,
	kind: 'number',
};

const NAME: TemplateField = {
	id: 'header_location_name',
	label: 'Header Location Name (optional)',
	hint: 'Name of the place, shown below the map',
	required: false,
	kind: 'text',
};

const ADDRESS: TemplateField = {
	id: 'header_location_address',
	label: 'Header Location Address (optional)',
	hint: 'Address of the place, shown below its name',
	required: false,
	kind: 'text',
};

/** A header that is a place on the map (cloud-api 1.5). Whether Meta wants its name and address is unverified. */
export function locationHeaderPart(): TemplatePart {
	return {
		fields: [LATITUDE, LONGITUDE, NAME, ADDRESS],
		build(values) {
			const latitude = values.degrees(LATITUDE, LIMITS.latitude);
			const longitude = values.degrees(LONGITUDE, LIMITS.longitude);
			const name = values.text(NAME).trim();
			const address = values.text(ADDRESS).trim();
			const location = { latitude, longitude, ...(name !== '' && { name }), ...(address !== '' && { address }) };
			return { type: 'header', parameters: [{ type: 'location', location }] };
		},
	};
}
