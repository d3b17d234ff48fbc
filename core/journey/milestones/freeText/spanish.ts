import type { Lexicon } from './lexicon';

const PLACE = '(?:punto (?:de )?(?:recogida|retiro|pack|entrega|conveniencia)|locker|taquilla|citypaq|consigna|pickup)';

export const spanish: Lexicon = {
	whole: [
		['delivered', ['(?:recogid[oa]|retirad[oa]|recibid[oa]) por el (?:cliente|destinatario)']],
		[
			'returned',
			[
				'devuelt[oa](?! a (?:la |su )?(?:oficina|bodega|delegacion|sucursal|nave))(?! al (?:centro|almacen de|deposito))(?: (?:al|a su|a) (?:remitente|vendedor|origen|expedidor))?',
				'devolucion (?:al remitente|a origen|en curso|en transito|entregada|iniciada)',
				'en (?:proceso de )?devolucion',
				'(?:retorn\\w+|de vuelta|regres\\w+) (?:al|a) (?:remitente|origen|vendedor)',
				'entregad[oa] al remitente',
			],
		],
		[
			'delivery_attempted',
			[
				'no (?:se )?(?:ha |han |hemos )?(?:podido|pudo|pudimos|fue posible|ha sido posible|sido posible)(?: \\w+)? (?:entregar\\w*|entregad[oa]|realizar la entrega|efectuar la entrega|hacer la entrega)',
				'(?<!proximo )(?<!nuevo )(?<!siguiente )intento de entrega(?: (?:fallido|sin exito|realizado|no exitoso))?',
				'entrega (?:fallida|no realizada|no exitosa|no efectuada|sin exito|no completada)',
				'(?:destinatario|cliente|receptor)? ?ausente',
				'nadie en (?:casa|el domicilio)|no (?:habia|se encontraba) nadie',
				'(?<!aun )(?<!todavia )no (?:fue )?entregad[oa]',
				'(?:se dejo|se ha dejado|dejamos)(?: un)? aviso|aviso dejado',
				'intentamos entregar\\w*|se intento (?:la )?entreg\\w+|hemos intentado entregar\\w*',
			],
		],
		[
			'available_for_pickup',
			[
				'(?:disponible|list[oa]|preparad[oa]) (?:para|en) (?:su |ser )?(?:recogid\\w+|recoger\\w*|retir\\w+)(?! por (?:el )?(?:transportista|mensajero|courier))',
				'(?:puede|puedes|ya puede)(?: pasar a)? (?:recoger|retirar)\\w*',
				`(?:entregad[oa]|depositad[oa]|llegad[oa]|llego|disponible|recibid[oa])(?: \\w+){0,2}? (?:en|a|al)(?: el| la| un| una| su| tu)?(?: \\w+){0,2}? ${PLACE}`,
				'disponible en (?:la |su )?(?:oficina|sucursal)',
			],
		],
		['cancelled', ['(?:pedido|envio|orden|compra)(?: ha sido| fue| esta)? (?:cancelad[oa]|anulad[oa])', '^(?:cancelad[oa]|anulad[oa])$']],
		[
			'exception',
			[
				'extraviad[oa]|perdid[oa]|danad[oa]|siniestrad[oa]|robad[oa]',
				'direccion (?:incorrecta|incompleta|erronea|insuficiente|desconocida)',
				'(?:retenid[oa]|detenid[oa]|parad[oa]) (?:en|por)(?: la)? aduanas?',
				'rechazad[oa]|rehusad[oa]|incidencia',
				'no se puede entregar',
			],
		],
		['delayed', ['(?:se )?retrasad[oa]|con retraso|(?:hay un |un )?retraso (?:en|de|por)|demorad[oa]|(?:una )?demora (?:en|de|por)|reprogramad[oa]|atrasad[oa]|se retrasara|sufr\\w+ un retraso']],
		['packed', ['list[oa] para (?:el )?(?:envio|enviar|ser enviad[oa]|despacho)']],
	],
	plans: [
		'(?:sera|seran|va a ser|debe ser|puede ser|por ser|para ser|pendiente de ser) (?:entregad|enviad|despachad)[oa]s?',
		'fecha (?:estimada|prevista)(?: de entrega)?|entrega (?:estimada|prevista|programada|planificada)',
		'solicitud de (?:devolucion|cancelacion)',
		'(?:esta|por la|de la) manana',
		'sin (?:firma|contacto|incidencias)',
	],
	plain: [
		['out_for_delivery', ['en reparto', '(?:salio|salido|sale|salida|saliendo) (?:a|para) (?:su )?(?:reparto|entrega)', 'en ruta (?:de|para) (?:entrega|reparto)', 'en camino para (?:su )?entrega', 'con el repartidor']],
		['in_transit', ['en transito|en camino|en ruta|en distribucion', '(?:ha )?(?:llegado|llego|salido|salio) (?:a|al|de|del)', 'salida de(?:l)?', 'clasificad[oa]', 'en (?:el )?centro (?:de|logistico)', '(?:despacho|liberad[oa]) (?:de|por) aduanas?']],
		['shipped', ['enviad[oa]|despachad[oa]|expedid[oa]|admitid[oa]|recolectad[oa]', 'recogid[oa] (?:por|en) (?:el )?(?:transportista|mensajero|remitente|origen)', 'entregad[oa] (?:al|a la|a) (?:transportista|mensajeria|paqueteria|correos|courier|agencia)']],
		['packed', ['preparad[oa]|empaquetad[oa]|embalad[oa]', 'etiqueta (?:creada|generada|impresa)', 'informacion (?:de envio |del envio )?recibida|pre ?registrad[oa]']],
		['ordered', ['pedido (?:ha sido |fue )?(?:recibido|confirmado|realizado|creado|aceptado)', 'hemos recibido (?:tu|su) pedido', 'en preparacion']],
	],
	delivered: ['entregad[oa]s?', 'se entrego', 'entrega (?:realizada|efectuada|completada|exitosa|finalizada)'],
	conditions: ['cuando', 'una vez', 'hasta', 'antes de', 'en caso', 'mientras', 'salvo', 'a menos', 'si', 'tras', 'despues de', 'al ser'],
	unreal: ['sera|seran|podra|puede|podria|debera|estimad[oa]|previst[oa]|programad[oa]|pendiente|proximamente|manana|todavia|aun|nunca|sin|entregara|parcial\\w*|casi', 'por (?:ser )?entregar|para ser', 'no', 'va a|a ser'],
	elsewhere: ['oficina|sucursal|agencia|almacen|bodega|aduana|transportista'],
	harmless: ['se'],
};
