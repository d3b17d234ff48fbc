import { problemsOf } from '../../message/problemsOf';
import { form, sent } from '../definitions';

describe('location', () => {
	const header = [{ type: 'HEADER', format: 'LOCATION' }];
	const berlin = { header_latitude: '52.5163', header_longitude: 13.3777 };

	test('asks for the place, its name and address', () => {
		expect(form(header)).toEqual([
			'header_latitude*: Header Location Latitude (e.g. 52.516)',
			'header_longitude*: Header Location Longitude (e.g. 13.378)',
			'header_location_name: Header Location Name (optional)',
			'header_location_address: Header Location Address (optional)',
		]);
	});

	test('sends it', () => {
		const named = { ...berlin, header_location_name: 'Gate', header_location_address: 'Pariser Platz' };
		expect(sent(header, named)).toEqual([
			{
				type: 'header',
				parameters: [
					{
						type: 'location',
						location: { latitude: 52.5163, longitude: 13.3777, name: 'Gate', address: 'Pariser Platz' },
					},
				],
			},
		]);
		expect(sent(header, berlin)).toEqual([
			{ type: 'header', parameters: [{ type: 'location', location: { latitude: 52.5163, longitude: 13.3777 } }] },
		]);
	});

	test.each([
		['90', '180', []],
		['-90', '-180', []],
		['90.1', '180.1', ['must be -90 to 90, not 90.1', 'must be -180 to 180, not 180.1']],
		['north', '', ['must be decimal degrees such as 52.516275, not "north"', 'must not be empty']],
	])('takes %s, %s or says what is wrong', (latitude, longitude, messages) => {
		const values = { header_latitude: latitude, header_longitude: longitude };
		expect(problemsOf(() => sent(header, values)).map(({ message }) => message)).toEqual(messages);
	});
});

describe('product', () => {
	const header = [{ type: 'HEADER', format: 'PRODUCT' }];

	test('asks for product and catalog and sends them', () => {
		expect(form(header)).toEqual([
			'header_product_id*: Header Product ID (e.g. SKU-1001)',
			'header_catalog_id*: Header Catalog ID',
		]);
		expect(sent(header, { header_product_id: ' SKU-1 ', header_catalog_id: 194836987003835 })).toEqual([
			{
				type: 'header',
				parameters: [
					{ type: 'product', product: { product_retailer_id: 'SKU-1', catalog_id: '194836987003835' } },
				],
			},
		]);
	});

	test('wants both', () => {
		expect(problemsOf(() => sent(header, {})).map(({ field }) => field)).toEqual([
			'Header Product ID (e.g. SKU-1001)',
			'Header Catalog ID',
		]);
	});
});

describe('GIF', () => {
	test('is sent as a video', () => {
		const header = [{ type: 'HEADER', format: 'GIF' }];
		expect(form(header)).toEqual(['header_gif*: Header GIF (link, media ID or binary field)']);
		expect(sent(header, { header_gif: 'https://shop.example/a.mp4' })).toEqual([
			{ type: 'header', parameters: [{ type: 'video', video: { link: 'https://shop.example/a.mp4' } }] },
		]);
	});
});
