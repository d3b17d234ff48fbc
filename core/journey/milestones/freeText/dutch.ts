import type { Lexicon } from './lexicon';

const PLACE = '(?:afhaalpunt|pakketpunt|pakketautomaat|locker|buurtpunt|postkantoor|servicepunt)';

export const dutch: Lexicon = {
	whole: [
		['delivered', ['(?:afgehaald|opgehaald) door (?:de )?(?:klant|ontvanger)']],
		['returned', ['(?:retour|terug|teruggestuurd|geretourneerd)(?: \\w+)? (?:naar|aan) (?:de )?(?:afzender|verkoper)', 'teruggestuurd|geretourneerd']],
		[
			'delivery_attempted',
			[
				'kon(?:den)?(?: \\w+){0,4}? niet(?: \\w+){0,3}? (?:bezorgd|bezorgen|afgeleverd|geleverd|afleveren)(?: worden)?',
				'niet thuis|niemand thuis',
				'(?<!volgende )(?<!nieuwe )bezorgpoging(?: mislukt)?|mislukte bezorgpoging',
				'^niet bezorgd$|is niet bezorgd',
			],
		],
		[
			'available_for_pickup',
			[
				'(?:ligt|staat)(?: \\w+){0,6}? klaar(?: om)?(?: \\w+){0,2}? ?(?:af te halen|opgehaald te worden|voor je|voor u)?',
				'klaar (?:om af te halen|voor afhaling|om opgehaald te worden)|af te halen bij',
				`(?:bezorgd|afgeleverd|aangekomen)(?: \\w+){0,3}? ${PLACE}`,
				`(?:bij|in|op|naar)(?: \\w+){0,3}? ${PLACE} (?:bezorgd|afgeleverd|gebracht)`,
			],
		],
		['cancelled', ['(?:bestelling|zending|order)(?: is| werd)? geannuleerd', '^geannuleerd$']],
		['exception', ['(?:pakket|zending)(?: \\w+)? (?:verloren|beschadigd|kwijtgeraakt)', 'adres (?:is )?(?:onjuist|onvolledig|onbekend)|(?:onjuist|onvolledig|verkeerd) adres', '(?:pakket|zending)(?: \\w+)? geweigerd|geweigerd door', 'vastgehouden (?:door|bij) (?:de )?douane']],
		['delayed', ['vertraagd|vertraging|later dan (?:verwacht|gepland)']],
		['packed', ['klaar voor (?:verzending|transport)']],
	],
	plans: ['(?:wordt|worden|zal|kan)(?: \\w+){0,5}? (?:bezorgd|geleverd|afgeleverd|verzonden|verstuurd)(?: worden)?', 'verwachte (?:bezorging|levering|bezorgdatum)'],
	plain: [
		['out_for_delivery', ['(?:bezorger|chauffeur)(?: \\w+)? onderweg', 'onderweg met (?:de )?bezorger', 'in bezorging', 'geladen in de (?:bus|bezorgbus)']],
		['in_transit', ['onderweg|gesorteerd|sorteercentrum|in transit', '(?:aangekomen|vertrokken) (?:in|uit|bij|op|van)']],
		['shipped', ['verzonden|verstuurd', 'overgedragen aan (?:de )?(?:vervoerder|postnl|dhl|dpd|gls|ups)', 'opgehaald bij (?:de )?afzender']],
		['packed', ['ingepakt', 'label (?:is )?(?:aangemaakt|afgedrukt)', 'aangemeld']],
		['ordered', ['bestelling (?:is )?(?:ontvangen|bevestigd|geplaatst)', 'in behandeling']],
	],
	delivered: ['bezorgd|afgeleverd|geleverd'],
	conditions: ['zodra', 'wanneer', 'indien', 'nadat', 'totdat', 'voordat', 'als', 'tot'],
	unreal: ['niet|geen|nooit|wordt|worden|zal|zullen|kan|kunnen|kon|verwacht\\w*|gepland|nog|binnenkort|gedeeltelijk|zonder|bijna'],
};
