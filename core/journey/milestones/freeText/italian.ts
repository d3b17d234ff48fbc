import type { Lexicon } from './lexicon';

const PLACE = '(?:punto (?:di )?(?:ritiro|poste|raccolta)|pudo|locker|ufficio postale|edicola)';

export const italian: Lexicon = {
	whole: [
		['delivered', ['ritirat[oa] dal (?:cliente|destinatario)']],
		[
			'returned',
			[
				'(?:restituit[oa]|resa?|reso|rispedit[oa]|ritornat[oa]|rientrat[oa])(?: \\w+)? al (?:mittente|venditore)',
				'(?:restituzione|ritorno|rientro) al mittente',
				'consegnat[oa] al mittente|^reso$|reso (?:in corso|consegnato)',
			],
		],
		[
			'delivery_attempted',
			[
				'non (?:e stat[oa] possibile|abbiamo potuto|si e potut[oa]|siamo riusciti a)(?: \\w+)? ?(?:effettuare la consegna|consegnar\\w+|la consegna)',
				'non e stat[oa] consegnat[oa]|^non consegnat[oa]$',
				'(?:mancata|fallita) consegna|consegna (?:fallita|non riuscita|non effettuata|mancata)',
				'(?<!prossimo )(?<!nuovo )tentativo di consegna(?: (?:fallito|non riuscito|effettuato))?',
				'destinatario (?:assente|non presente|irreperibile)|^assente$|nessuno in casa|lasciato (?:un )?avviso',
			],
		],
		[
			'available_for_pickup',
			[
				'(?:disponibile|pront[oa])(?: \\w+)? (?:per il ritiro|al ritiro|da ritirare)(?! (?:del|da parte del) corriere)',
				`(?:consegnat[oa]|depositat[oa]|arrivat[oa]|disponibile|giacente)(?: \\w+){0,3}? ${PLACE}`,
				'puo essere ritirat[oa]|puoi ritirar\\w+',
			],
		],
		['cancelled', ['(?:ordine|spedizione)(?: e stat[oa]| e)? (?:annullat[oa]|cancellat[oa])', '^(?:annullat[oa]|cancellat[oa])$']],
		['exception', ['smarrit[oa]|danneggiat[oa]', 'indirizzo (?:errato|incompleto|insufficiente|sconosciuto|sbagliato)', '(?:bloccat[oa]|trattenut[oa]|ferm[oa]) (?:in|alla|dalla) dogana', 'rifiutat[oa]|in giacenza|anomalia']],
		['delayed', ['in ritardo|ritardat[oa]|(?:un )?ritardo (?:nella|di|del|nel|nelle)|posticipat[oa]|riprogrammat[oa]|subi\\w* un ritardo']],
		['packed', ["pront[oa] per (?:la spedizione|l'invio|essere spedit[oa])"]],
	],
	plans: [
		'(?:sara|verra|deve essere|puo essere|potra essere|per essere) (?:consegnat|spedit|inviat)[oa]',
		'consegna (?:prevista|stimata|programmata|pianificata)|data (?:di consegna )?(?:prevista|stimata)',
		'senza (?:firma|contatto)',
	],
	plain: [
		['out_for_delivery', ['in consegna|consegna in corso', '(?:uscit[oa]|partit[oa]) (?:in|per la) consegna', 'caricat[oa] sul (?:furgone|mezzo)']],
		['in_transit', ['in transito|in viaggio|in arrivo', 'partit[oa] d\\w+|arrivat[oa] (?:in|a|al|alla|presso|nel)', 'smistat[oa]|in smistamento|sdoganat[oa]', 'centro (?:di )?(?:smistamento|operativo|logistico)']],
		['shipped', ['spedit[oa]|inviat[oa]|accettat[oa]', 'pres[oa] in carico', 'ritirat[oa] (?:dal|presso il) (?:mittente|corriere|venditore)', 'consegnat[oa] al (?:corriere|vettore|trasportatore)']],
		['packed', ['preparat[oa]|imballat[oa]|confezionat[oa]', 'etichetta (?:creata|generata|stampata)']],
		['ordered', ['ordine (?:e stato )?(?:ricevuto|confermato|effettuato|accettato|registrato)', 'in preparazione', 'abbiamo ricevuto il tuo ordine']],
	],
	delivered: ['consegnat[oa]|recapitat[oa]', 'consegna (?:effettuata|avvenuta|completata|riuscita)'],
	conditions: ['quando', 'appena', 'dopo', 'prima', 'finche', 'fino a', 'in caso', 'qualora', 'una volta', 'se'],
	unreal: ['non|sara|saranno|verra|puo|potra|deve|dovra|previst[oa]|stimat[oa]|programmat[oa]|domani|ancora|presto|senza|parzial\\w*|quasi', 'in attesa|da consegnare', 'mai'],
	elsewhere: ['magazzino|dogana|filiale|deposito|corriere'],
	harmless: ['si', 'due'],
};
