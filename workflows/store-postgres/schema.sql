DO $setup$
BEGIN
	-- Two executions may come here at once; the second waits, and finds everything made.
	PERFORM pg_advisory_xact_lock(hashtext('whatsapp_store'));

	-- An empty table would say "allowed" to everyone who had opted out.
	IF to_regclass('whatsapp_records') IS NULL AND to_regprocedure('whatsapp_store_1(jsonb)') IS NOT NULL THEN
		RAISE EXCEPTION 'The table whatsapp_records has been dropped or renamed. Restore it; to start again with an empty one, drop the function whatsapp_store_1 too';
	END IF;

	CREATE TABLE IF NOT EXISTS whatsapp_records (
		collection text NOT NULL,
		key text NOT NULL,
		contact_key text NOT NULL DEFAULT '',
		phone text NOT NULL DEFAULT '',
		user_id text NOT NULL DEFAULT '',
		expires_at timestamptz,
		data jsonb NOT NULL,
		position bigserial NOT NULL,
		PRIMARY KEY (collection, key)
	);
	CREATE INDEX IF NOT EXISTS whatsapp_records_contact_key ON whatsapp_records (contact_key, collection) WHERE contact_key <> '';
	CREATE INDEX IF NOT EXISTS whatsapp_records_phone ON whatsapp_records (phone, collection) WHERE phone <> '';
	CREATE INDEX IF NOT EXISTS whatsapp_records_user_id ON whatsapp_records (user_id, collection) WHERE user_id <> '';
	CREATE INDEX IF NOT EXISTS whatsapp_records_position ON whatsapp_records (collection, position);
	CREATE INDEX IF NOT EXISTS whatsapp_records_expires_at ON whatsapp_records (collection, expires_at) WHERE expires_at IS NOT NULL;

	CREATE OR REPLACE FUNCTION whatsapp_store_1(request jsonb) RETURNS jsonb
	LANGUAGE plpgsql
	-- A plan made for few keys would be wrong for thousands.
	SET plan_cache_mode = force_custom_plan
	AS $store$
	DECLARE
		in_collection text := request->>'collection';
		at_time timestamptz := coalesce((request->>'now')::timestamptz, now());
		query jsonb;
		wanted text[];
		found jsonb;
		answers jsonb := '[]';
		last_position bigint;
		counted bigint;
	BEGIN
		CASE request->>'verb'
		WHEN 'test' THEN
			RETURN jsonb_build_object('contract', 1, 'name', 'Postgres');

		WHEN 'find' THEN
			FOR query IN SELECT value FROM jsonb_array_elements(request->'queries') LOOP
				wanted := ARRAY(SELECT jsonb_array_elements_text(query->'values'));
				IF query->>'by' = 'key' THEN
					SELECT coalesce(jsonb_agg(r.data ORDER BY r.position), '[]') INTO found
					FROM whatsapp_records r
					WHERE r.collection = query->>'collection' AND r.key = ANY (wanted);
				ELSE
					SELECT coalesce(jsonb_agg(r.data ORDER BY r.position), '[]') INTO found
					FROM whatsapp_records r
					WHERE r.collection = query->>'collection' AND r.key IN (
						SELECT c.key FROM whatsapp_records c WHERE c.collection = query->>'collection' AND c.contact_key <> '' AND c.contact_key = ANY (wanted)
						UNION
						SELECT p.key FROM whatsapp_records p WHERE p.collection = query->>'collection' AND p.phone <> '' AND p.phone = ANY (wanted)
						UNION
						SELECT u.key FROM whatsapp_records u WHERE u.collection = query->>'collection' AND u.user_id <> '' AND u.user_id = ANY (wanted)
					);
				END IF;
				answers := answers || jsonb_build_array(found);
			END LOOP;
			RETURN jsonb_build_object('answers', answers);

		WHEN 'put' THEN
			INSERT INTO whatsapp_records AS old (collection, key, contact_key, phone, user_id, expires_at, data)
			SELECT in_collection, r.key, r.contact_key, r.phone, r.user_id, r.expires_at, r.data
			FROM (
				-- Of two records with one key in a request the later counts; one order of locks for all.
				SELECT DISTINCT ON (value->>'key') value->>'key' AS key, value->>'contactKey' AS contact_key, value->>'phone' AS phone,
					value->>'userId' AS user_id, (value->>'expiresAt')::timestamptz AS expires_at, value->'data' AS data
				FROM jsonb_array_elements(request->'records') WITH ORDINALITY
				ORDER BY value->>'key', ordinality DESC
			) r
			ON CONFLICT (collection, key) DO UPDATE SET
				contact_key = CASE WHEN excluded.data ? 'contactKey' THEN excluded.contact_key ELSE old.contact_key END,
				phone = CASE WHEN excluded.data ? 'phone' THEN excluded.phone ELSE old.phone END,
				user_id = CASE WHEN excluded.data ? 'userId' THEN excluded.user_id ELSE old.user_id END,
				expires_at = CASE WHEN excluded.data ? 'expiresAt' THEN excluded.expires_at ELSE old.expires_at END,
				data = old.data || excluded.data;
			RETURN jsonb_build_object('ok', true);

		WHEN 'claim' THEN
			INSERT INTO whatsapp_records AS old (collection, key, contact_key, phone, user_id, expires_at, data)
			SELECT in_collection, value->>'key', value->>'contactKey', value->>'phone', value->>'userId',
				(value->>'expiresAt')::timestamptz, value->'data'
			FROM jsonb_array_elements(request->'records')
			ORDER BY value->>'key'
			ON CONFLICT (collection, key) DO UPDATE SET
				contact_key = excluded.contact_key, phone = excluded.phone, user_id = excluded.user_id,
				expires_at = excluded.expires_at, data = excluded.data
			WHERE old.expires_at <= at_time;
			IF random() < 0.01 THEN
				DELETE FROM whatsapp_records WHERE (collection, key) IN (
					SELECT e.collection, e.key FROM whatsapp_records e
					WHERE e.collection = in_collection AND e.expires_at <= at_time
					LIMIT 10000 FOR UPDATE SKIP LOCKED
				);
			END IF;
			SELECT jsonb_agg(r.data ORDER BY asked.ordinality) INTO found
			FROM jsonb_array_elements(request->'records') WITH ORDINALITY asked
			JOIN whatsapp_records r ON r.collection = in_collection AND r.key = asked.value->>'key';
			RETURN jsonb_build_object('rows', coalesce(found, '[]'));

		WHEN 'list' THEN
			SELECT coalesce(jsonb_agg(page.data ORDER BY page.position), '[]'), max(page.position), count(*)
			INTO found, last_position, counted
			FROM (
				SELECT r.data, r.position FROM whatsapp_records r
				WHERE r.collection = in_collection AND r.data @> coalesce(request->'where', '{}')
					AND r.position > coalesce(nullif(request->>'after', ''), '0')::bigint
				ORDER BY r.position LIMIT (request->>'limit')::int
			) page;
			RETURN jsonb_build_object('rows', found)
				|| CASE WHEN counted < (request->>'limit')::int THEN '{}' ELSE jsonb_build_object('next', last_position::text) END;

		WHEN 'remove' THEN
			DELETE FROM whatsapp_records r
			WHERE r.collection = in_collection
				AND (jsonb_typeof(request->'keys') IS DISTINCT FROM 'array'
					OR r.key = ANY (ARRAY(SELECT jsonb_array_elements_text(request->'keys'))))
				AND (jsonb_typeof(request->'contacts') IS DISTINCT FROM 'array' OR r.key IN (
					SELECT c.key FROM whatsapp_records c
					WHERE c.collection = in_collection AND (
						c.contact_key <> '' AND c.contact_key = ANY (ARRAY(SELECT jsonb_array_elements_text(request->'contacts')))
						OR c.phone <> '' AND c.phone = ANY (ARRAY(SELECT jsonb_array_elements_text(request->'contacts')))
						OR c.user_id <> '' AND c.user_id = ANY (ARRAY(SELECT jsonb_array_elements_text(request->'contacts')))
					)
				))
				AND (request->>'expiredBefore' IS NULL OR r.expires_at < (request->>'expiredBefore')::timestamptz)
				-- A request without any condition would remove everything.
				AND (jsonb_typeof(request->'keys') = 'array' OR jsonb_typeof(request->'contacts') = 'array' OR request->>'expiredBefore' IS NOT NULL);
			GET DIAGNOSTICS counted = ROW_COUNT;
			RETURN jsonb_build_object('removed', counted);

		ELSE
			RAISE EXCEPTION 'The store does not know the verb "%"', request->>'verb';
		END CASE;
	END
	$store$;
END
$setup$;
