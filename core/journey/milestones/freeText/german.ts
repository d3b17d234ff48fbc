import type { Lexicon } from './lexicon';

const PLACE = '(?:packstation|filiale|paketshop|postfiliale|abholstation|postamt|abholpunkt|locker|shop)';
const CARRIER = '(?:dhl|dpd|ups|gls|hermes|fedex|den versanddienstleister|den paketdienst|den spediteur|die post|den transporteur)';

export const german: Lexicon = {
	whole: [
		['delivered', ['vom (?:empfanger|kunden)(?: \\w+){0,4}? abgeholt', 'durch den (?:empfanger|kunden) abgeholt']],
		[
			'returned',
			[
				'zuruck (?:an|zum) (?:den )?(?:absender|versender|handler|verkaufer)',
				'(?:rucksendung|retoure|rucklauf)(?: \\w+){0,3}? (?:eingeleitet|unterwegs|veranlasst|zugestellt|eingegangen|absender)',
				'(?:an den|zum|dem) absender (?:zuruck\\w*|zugestellt|retourniert|ubergeben)',
				'zuruckgesandt|zuruckgeschickt|zuruckgesendet|retourniert|rucksendung an den absender',
			],
		],
		[
			'delivery_attempted',
			[
				'konnten?(?: \\w+){0,4}? nicht(?: \\w+){0,3}? (?:zugestellt|ausgeliefert|ubergeben)(?: werden)?',
				'zustell(?:ung|versuch)(?: \\w+){0,3}? (?:nicht erfolgreich|erfolglos|gescheitert|fehlgeschlagen|nicht moglich)',
				'(?<!nachster )(?<!neuer )(?<!weiterer )(?<!erneuter )(?:erfolgloser )?zustellversuch(?! (?:morgen|am|erfolgt|folgt|geplant))',
				'nicht (?:angetroffen|zu ?hause)|niemand(?: \\w+)? angetroffen|empfanger (?:war )?(?:nicht|abwesend)(?: (?:anwesend|da))?',
				'^nicht zugestellt$|wurde nicht zugestellt',
				'benachrichtigung(?:skarte)? (?:hinterlassen|eingeworfen)',
			],
		],
		[
			'available_for_pickup',
			[
				'(?:liegt|steht)(?: \\w+){0,6}? (?:zur abholung|abholbereit|bereit)(?: bereit)?(?! (?:durch|fur))',
				'abholbereit|zur abholung bereit(?! (?:durch|fur))|bereit zur abholung(?! (?:durch|fur))',
				'kann(?: \\w+){0,6}? abgeholt werden',
				`(?:in|an|bei)(?: \\w+){0,3}? ${PLACE}(?: \\w+){0,4}? (?:zugestellt|eingelegt|hinterlegt)`,
				`(?:zugestellt|eingelegt|hinterlegt) (?:an|in|bei)(?: \\w+){0,3}? ${PLACE}`,
			],
		],
		['cancelled', ['(?:bestellung|sendung|auftrag|lieferung)(?: \\w+){0,2}? storniert', '^storniert$']],
		[
			'exception',
			[
				'(?:sendung|paket|lieferung)(?: \\w+){0,3}? (?:verloren|beschadigt)|^(?:verloren|beschadigt)$|verloren gegangen',
				'(?:falsche|unvollstandige|fehlerhafte) (?:adresse|anschrift)|(?:adresse|anschrift) (?:ist )?(?:falsch|unvollstandig|unbekannt|fehlerhaft)',
				'annahme ?verweiger\\w*|(?:annahme|sendung)(?: wurde)? verweigert',
				'vom zoll (?:angehalten|zuruckgehalten|einbehalten)|(?:im|beim) zoll (?:angehalten|festgehalten)',
				'unzustellbar|nicht zustellbar|kann nicht zugestellt werden',
			],
		],
		['delayed', ['(?:(?:wird|werden) sich (?:\\w+ ){0,2}?)?verzoger\\w+|verspat\\w+|neuer (?:zustell|liefer)termin|(?:zustellung|lieferung)(?: \\w+){0,2}? verschoben']],
		['packed', ['versandbereit|versandfertig|bereit (?:zum|fur den) versand']],
		['ordered', ['wird(?: \\w+){0,3}? (?:vorbereitet|verpackt|gepackt|bearbeitet)']],
	],
	plans: [
		'(?:wird|werden|soll|sollte|kann)(?: \\w+){0,6}? (?:zugestellt|geliefert|ausgeliefert|versendet|versandt|verschickt)(?: werden)?',
		'(?:voraussichtliche|geplante|erwartete) (?:zustellung|lieferung|ankunft)',
		'(?:zustellung|lieferung) (?:ist )?(?:geplant|voraussichtlich|erwartet|erfolgt)|liefertermin|zustelltermin',
	],
	plain: [
		['out_for_delivery', ['in (?:der )?zustellung|in (?:der )?auslieferung', '(?:zustell|auslieferungs|liefer)fahrzeug(?: \\w+){0,3}? (?:geladen|verladen|beladen)', 'auf zustelltour', 'zusteller(?: \\w+)? unterwegs']],
		['in_transit', ['unterwegs|auf dem weg|im transport|in transit|in transport', '(?:paketzentrum|zielregion|depot|verteilzentrum|logistikzentrum)(?: \\w+){0,4}? (?:bearbeitet|eingetroffen|angekommen|erreicht|verlassen)', '(?:eingetroffen|angekommen) (?:im|in|am)', 'weitertransport\\w*|weitergeleitet|sortiert|verzollt|transportiert']],
		['shipped', ['versendet|versandt|verschickt|abgeschickt|eingeliefert', `ubergeben an ${CARRIER}|an ${CARRIER} ubergeben|dem (?:versanddienstleister|paketdienst|spediteur) ubergeben`, '(?:beim|vom) absender abgeholt']],
		['packed', ['verpackt', '(?:etikett|label|versandlabel) (?:wurde )?(?:erstellt|gedruckt)', '(?:elektronisch )?(?:vor)?angekundigt|elektronisch(?: \\w+){0,3}? ubermittelt']],
		['ordered', ['bestellung(?: ist| wurde)? (?:eingegangen|erhalten|bestatigt|aufgenommen)', 'in (?:bearbeitung|vorbereitung)']],
	],
	delivered: ['zugestellt|ausgeliefert|geliefert', 'erfolgreiche zustellung|zustellung (?:war )?(?:erfolgreich|abgeschlossen)', '(?:dem|an den|an die) (?:empfanger|empfangerin|nachbarn|nachbarin|kunden)(?: \\w+){0,3}? (?:ubergeben|ausgehandigt)', 'beim nachbarn abgegeben|bei nachbarn abgegeben'],
	conditions: ['wenn', 'falls', 'sobald', 'bevor', 'nachdem', 'bis', 'sofern', 'solange'],
	unreal: ['nicht|kein\\w*|nie|wird|werden|solle?n?|sollten?|kann|konnen|konnten?|voraussichtlich|geplant|erwartet|morgen|noch|bald|teilweise|demnachst|ohne|muss|moglich\\w*|fast'],
	elsewhere: ['zoll|filiale|zentrum|\\w+zentrum|niederlassung|lager|spediteur|depot'],
	harmless: ['als', 'mai', 'due', 'ate'],
};
