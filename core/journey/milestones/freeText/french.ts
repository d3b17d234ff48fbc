import type { Lexicon } from './lexicon';

const PLACE = '(?:point (?:de )?(?:relais|retrait)|relais|consigne|locker|bureau de poste|casier|pickup)';

export const french: Lexicon = {
	whole: [
		['delivered', ['retire\\w* par (?:le )?(?:client|destinataire)']],
		[
			'returned',
			[
				"(?:retour\\w*|renvoy\\w+|reexpedi\\w+)(?: \\w+)? (?:a|vers|chez) (?:l'|l |son |le )?(?:expediteur|envoyeur|vendeur|origine)",
				'en cours de retour|retour en cours',
				"livre\\w* a l'expediteur|remis\\w* a l'expediteur",
			],
		],
		[
			'delivery_attempted',
			[
				"(?:n'a|n'ont|n'avons|n a)(?: \\w+)? pas(?! encore)(?: \\w+){0,2}? (?:livre\\w*|livrer|remis\\w*|distribue\\w*)",
				'(?<!prochaine )(?<!nouvelle )(?:tentative|essai) de livraison(?: (?:echouee|infructueuse|effectuee|ratee))?',
				'livraison (?:echouee|impossible|infructueuse|non effectuee|ratee)|echec de (?:la )?livraison',
				'(?:destinataire|client)(?: etait| est)? absent\\w*|avis de passage|^absent$',
				'^non livre\\w*$|non distribue\\w*',
			],
		],
		[
			'available_for_pickup',
			[
				`(?:disponible|pret\\w*|a disposition|attend|en attente)(?: \\w+){0,3}? (?:retrait|${PLACE}|a retirer)(?! par (?:le )?transporteur)`,
				`(?:livre\\w*|depose\\w*|arrive\\w*)(?: \\w+){0,3}? ${PLACE}`,
				'(?:peut|pouvez)(?: \\w+){0,2}? (?:etre retire\\w*|retirer)|a retirer (?:en|au|dans)',
			],
		],
		['cancelled', ['(?:commande|envoi|colis|expedition)(?: a ete| est)? annule\\w*', '^annule\\w*$']],
		['exception', ['perdue?s?|endommage\\w*', 'adresse (?:incorrecte|incomplete|erronee|inconnue|inexacte)', '(?:bloque\\w*|retenue?s?) (?:en|a la|par la) douane', 'refuse\\w*|anomalie|incident']],
		['delayed', ["retarde\\w*|(?:en|avec du|un) retard|retard (?:de|dans|d'\\w+|lie)|reprogramme\\w*|reportee?s?|subi\\w* un retard"]],
		['packed', ["prete?s? a (?:etre )?(?:expedie\\w*|partir|envoye\\w*|l'envoi)|en attente de prise en charge"]],
	],
	plans: [
		'(?:sera|seront|va etre|doit etre|peut etre|pourra etre|pour etre) (?:livre|expedie|envoye|remis|distribue)\\w*',
		'livraison (?:prevue|estimee|programmee|planifiee)|date (?:de livraison )?(?:prevue|estimee)(?: de livraison)?',
		'sans signature|sans contact',
	],
	plain: [
		['out_for_delivery', ['en cours de (?:livraison|distribution)|en livraison|en tournee', '(?:parti\\w*|sorti\\w*) (?:en|pour) (?:la )?livraison', '(?:remis\\w*|confie\\w*|pris\\w* en charge) (?:au|par le) livreur', 'charge\\w* dans le (?:vehicule|camion)']],
		['in_transit', ["en transit|en route|en chemin|en (?:cours d')?acheminement|achemine\\w*|en cours de transport", 'arrive\\w* (?:a|au|en|sur|dans)', "partie?s? d(?:e|u|es)|quitte|trie[es]*|dedouane\\w*", 'centre de tri|plateforme|site de (?:tri|distribution)']],
		['shipped', ['expedie\\w*|envoye\\w*|collecte\\w*', 'prise?s? en charge', 'remise?s? (?:a|au) (?:transporteur|la poste|notre transporteur)']],
		['packed', ['(?:ete|est|commande|colis) prepare[es]*|emballee?s?', 'etiquette (?:creee|generee|imprimee)', 'annonce[es]*|informations? (?:recues?|transmises?)']],
		['ordered', ['commande (?:a ete |est )?(?:recue|confirmee|enregistree|validee|acceptee)', '(?:en cours de|en) preparation', 'recu votre commande']],
	],
	// "livre" is also a book, and free in Portuguese, so it needs company.
	delivered: [
		'(?:ete|est|colis|envoi|bien|commande|article|paquet) livre(?:e|s|es)?',
		'^livre(?:e|s|es)?(?: (?:a|au|le|en|dans|chez|contre|avec|hier|aujourd\'hui) .*)?$',
		'(?:ete|est|colis|envoi|bien) distribue(?:e|s|es)?|^distribue(?:e|s|es)?$',
		'remis\\w* (?:au|a la|a) (?:destinataire|client|voisin\\w*|gardien\\w*|reception|accueil)',
		'livraison (?:effectuee|reussie|terminee|realisee)',
		'(?:depose\\w*|remis\\w*|livre\\w*) (?:dans|en) (?:la |votre )?boite aux lettres',
	],
	conditions: ['lorsque', "lorsqu'\\w+", 'quand', 'des que', "des qu'\\w+", 'apres', 'avant', "jusqu'\\w+", 'une fois', 'tant que', 'sauf', 'si', "s'\\w+"],
	unreal: ['pas|jamais|sera|seront|pourra|peut|doit|devrait|prevue?s?|estimee?s?|demain|bientot|encore|sans|va|vont|non|aucune?|partiel\\w*|en attente|presque'],
	elsewhere: ['plateforme|entrepot|douane|agence|transporteur'],
	harmless: ['mai'],
};
